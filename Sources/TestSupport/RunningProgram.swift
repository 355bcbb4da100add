import Glibc
import Synchronization

/// A program that was started, and may still be running. Letting go of it kills it.
package final class RunningProgram: Sendable {
    /// The number of its process.
    package let processID: Int32
    private let program: String
    private let output: Int32
    private let diagnostics: Int32
    /// Its exit status once it has ended and has been waited for.
    private let status = Mutex<Int32?>(nil)

    /// Starts a program. What it prints goes to files without a name, so that it never waits for a reader.
    ///
    /// - Parameter environment: all of its environment variables, but for those of a sanitizer (``SanitizerEnvironment``).
    /// - Throws: `ProgramError`.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = []
    ) throws {
        let stdin = try Self.scratchFile()
        defer { close(stdin) }
        var written = 0
        while written < input.count {
            let count = input[written...].withUnsafeBytes { write(stdin, $0.baseAddress, $0.count) }
            guard count > 0 else { throw ProgramError(description: "cannot write the input of \(program)") }
            written += count
        }
        lseek(stdin, 0, SEEK_SET)
        let files = try (output: Self.scratchFile(), diagnostics: Self.scratchFile())

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in [stdin, files.output, files.diagnostics].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
        }
        // What else is open here belongs to other tests: their sockets and locks must not live on in the program.
        for file: Int32 in 3..<1_024 { posix_spawn_file_actions_addclose(&actions, file) }
        // The test process may ignore these, which the program would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        sigaddset(&signals, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        let whole = SanitizerEnvironment.added(to: environment)
        var variables: [UnsafeMutablePointer<CChar>?] = whole.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var number: pid_t = 0
        let failure = posix_spawn(&number, program, &actions, &attributes, &words, &variables)
        guard failure == 0 else {
            close(files.output)
            close(files.diagnostics)
            throw ProgramError(description: "cannot start \(program): \(String(cString: strerror(failure)))")
        }
        processID = number
        self.program = program
        (output, diagnostics) = files
    }

    deinit {
        kill()
        close(output)
        close(diagnostics)
    }

    /// What it has printed on standard output so far.
    package var outputSoFar: String { String(decoding: Self.contents(of: output), as: UTF8.self) }

    /// What it has printed on standard error so far.
    package var diagnosticsSoFar: String { String(decoding: Self.contents(of: diagnostics), as: UTF8.self) }

    /// Waits until it ends.
    ///
    /// - Throws: `ProgramError` when it does not end in time; it is killed then.
    package func end(within timeout: Duration = .seconds(240)) async throws -> ProgramRun {
        let start = ContinuousClock.now
        while true {
            if let status = poll(waiting: false) {
                return ProgramRun(
                    status: status, outputBytes: Self.contents(of: output),
                    diagnosticsBytes: Self.contents(of: diagnostics))
            }
            guard start.duration(to: .now) < timeout else { break }
            try await Task.sleep(for: .milliseconds(5))
        }
        kill()
        let text = String(decoding: Self.contents(of: diagnostics).suffix(2_000), as: UTF8.self)
        throw ProgramError(description: "\(program) did not end within \(timeout): \(text)")
    }

    /// Kills it when it still runs, and waits for that.
    private func kill() {
        guard poll(waiting: false) == nil else { return }
        Glibc.kill(processID, SIGKILL)
        _ = poll(waiting: true)
    }

    /// The exit status if it has ended. Waited for once only: afterwards the number may be another process's.
    private func poll(waiting: Bool) -> Int32? {
        status.withLock { known in
            if let known { return known }
            var word: Int32 = 0
            guard waitpid(processID, &word, waiting ? 0 : WNOHANG) == processID else { return nil }
            let signal = word & 0x7f
            known = signal == 0 ? (word >> 8) & 0xff : 128 + signal
            return known
        }
    }

    private static func scratchFile() throws -> Int32 {
        var path = Array("/tmp/dateline-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else { throw ProgramError(description: "cannot make a file in /tmp") }
        unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        return file
    }

    private static func contents(of file: Int32) -> [UInt8] {
        var entry = stat()
        fstat(file, &entry)
        return [UInt8](unsafeUninitializedCapacity: Int(entry.st_size)) { buffer, count in
            while count < buffer.count {
                let got = pread(file, buffer.baseAddress! + count, buffer.count - count, off_t(count))
                if got <= 0 { break }
                count += got
            }
        }
    }
}
