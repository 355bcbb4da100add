import DatelineAPI
import Glibc

/// Writes the manifest of a search to a file.
enum PinFile {
    /// - Throws: ``ClientError`` `output_failed`, or `bad_reply` when the daemon said no state.
    static func write(_ reply: SearchReply, to request: SearchRequest, at path: String) throws(ClientError) {
        guard let manifest = SearchManifest(reply, to: request), let json = try? JSON.encode(manifest) else {
            throw ClientError(.badReply, "the daemon did not say which state it searched", exitStatus: .partial)
        }
        let bytes = json + [UInt8(ascii: "\n")]
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        let isWritten = file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count
        let reason = SystemError.last
        if file >= 0 { close(file) }
        guard isWritten else {
            throw ClientError(.outputFailed, "cannot write \(path): \(reason)", exitStatus: .partial)
        }
    }
}
