package import DatelineAPI
import Glibc

/// `dateline backup` and `dateline export`: something long that the daemon sends, kept in a file.
///
/// The file appears under its name when all of it is on the disk; until then it is called `FILE.part`.
package struct DownloadInvocation: Invocation {
    /// The path of what is asked for.
    package var target: String
    /// The file to write, or `-` for standard output.
    package var path: String
    /// Whether a file that is there is replaced.
    package var force: Bool

    package init(target: String, path: String, force: Bool) {
        self.target = target
        self.path = path
        self.force = force
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(HTTPRequest(.get, target), options: ["-f", "-o", path])]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        let request = HTTPRequest(.get, target)
        if path == "-" {
            _ = try await session.daemon.download(request, to: session.output.descriptor)
            return .success
        }
        var entry = stat()
        if !force, lstat(path, &entry) == 0 {
            throw .usage("\(path) is there already", hint: "give another name, or --force to replace it")
        }
        let part = path + ".part"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure(part) }
        defer { close(file) }
        do throws(ClientError) {
            let bytes = try await session.daemon.download(request, to: file)
            guard fsync(file) == 0 else { throw Self.failure(part) }
            // Without force a file that has appeared meanwhile stays.
            guard (force ? rename(part, path) : link(part, path)) == 0 else { throw Self.failure(path) }
            if !force { unlink(part) }
            try Folder.sync(of: path)
            try session.note("\(bytes) bytes are in \(path)")
            return .success
        } catch {
            unlink(part)
            throw error
        }
    }

    private static func failure(_ path: String) -> ClientError {
        ClientError(.outputFailed, "cannot write \(path): \(SystemError.last)", exitStatus: .partial)
    }
}
