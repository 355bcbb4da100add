import DatelineAPI
import Glibc

/// `dateline index --watch`: keeps the index in step with a folder until SIGINT or SIGTERM.
package struct FollowInvocation: Invocation {
    /// Folders.
    package var paths: [String]
    /// The folder that names are relative to; nil for absolute names.
    package var base: String?
    /// How each batch is printed.
    package var options: OutputOptions

    /// The time after which a daemon that did not answer is asked again.
    private static let pause = Duration.seconds(3)

    package init(paths: [String], base: String?, options: OutputOptions) {
        self.paths = paths
        self.base = base
        self.options = options
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "index --watch")
        let inputs = try InputPaths(paths, base: base, environment: session.environment)
        guard inputs.paths.count == 1, let folder = inputs.paths.first, !inputs.readsStandardInput else {
            throw .usage("--watch takes one folder", hint: "run it once for each")
        }
        let identity = try Self.identity(of: folder)
        let stop = StopSignal.install()
        let health = try await session.daemon.fetch(HealthReply.self, HTTPRequest(.get, "/healthz")).reply
        let record = try FolderRecord(
            folder: folder, base: base == nil ? nil : inputs.name(of: folder), index: health.index.uuid,
            environment: session.environment)
        var sync = FolderSync(session: session, inputs: inputs, folder: folder, record: record)
        let events = try Self.watched(folder) { () throws(SystemError) in try FolderEvents() }
        var isFirst = true
        var reported: Set<String> = []
        while !StopSignal.hasCome {
            // A folder that was unmounted or exchanged is not one whose files are gone.
            guard try Self.identity(of: folder) == identity else { throw Self.exchanged(folder) }
            var scan = FolderScan(folder)
            // What came into a folder before it was watched is seen by looking again.
            while try Self.watched(folder, { () throws(SystemError) in try events.watch(scan.folders) }) {
                scan = FolderScan(folder)
            }
            for (path, error) in scan.failures where reported.insert(path).inserted {
                try session.note("\(path): cannot read it: \(error)")
            }
            if isFirst, scan.stamps.isEmpty, !sync.record.entries.isEmpty {
                throw Self.empty(folder, files: sync.record.entries.count)
            }
            do throws(ClientError) {
                let batch = try await sync.run(scan)
                if isFirst || !batch.isEmpty { try write(batch, session) }
            } catch {
                guard error.exitStatus == .noDaemon || error.exitStatus == .tryAgain else { throw error }
                try session.note("\(error.message); trying again")
                try? await Task.sleep(for: Self.pause)
                continue
            }
            isFirst = false
            events.wait(orUntil: stop)
        }
        StopSignal.endIfInterrupted()
        return .success
    }

    private func write(_ batch: FolderBatch, _ session: Session) throws(ClientError) {
        if options.format == .text { return try session.output.write(batch.text) }
        try session.output.write(exact: JSON.write(batch) + [UInt8(ascii: "\n")])
    }
}

extension FollowInvocation {
    private struct Identity: Equatable {
        var device: dev_t
        var number: ino_t
    }

    private static func identity(of folder: String) throws(ClientError) -> Identity {
        var status = stat()
        guard stat(folder, &status) == 0 else { throw unreadable(folder, "\(SystemError.last)") }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .usage("\(folder) is no folder", hint: "without --watch, files are indexed too")
        }
        return Identity(device: status.st_dev, number: status.st_ino)
    }

    private static func watched<R>(
        _ folder: String, _ body: () throws(SystemError) -> R
    ) throws(ClientError) -> R {
        do {
            return try body()
        } catch {
            var failure = unreadable(folder, "\(error)")
            if error.number == ENOSPC || error.number == EMFILE {
                failure.message = "the system watches as many folders as it may"
                failure.hint = "raise fs.inotify.max_user_watches or max_user_instances with sysctl"
            }
            throw failure
        }
    }

    private static func unreadable(_ folder: String, _ reason: String) -> ClientError {
        ClientError(.unreadable, "\(folder) cannot be watched: \(reason)", exitStatus: .partial)
    }

    private static func exchanged(_ folder: String) -> ClientError {
        ClientError(
            .unreadable, "\(folder) is another folder now; its articles stay in the index",
            hint: "if that is meant, start again", exitStatus: .partial)
    }

    private static func empty(_ folder: String, files: Int) -> ClientError {
        ClientError(
            .unreadable, "\(folder) is empty, and held \(Wording.count(files, "file")) when it was last watched",
            hint: "is it mounted? If it is meant to be empty, put one article there and start again",
            exitStatus: .partial)
    }
}
