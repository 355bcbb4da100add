import DatelineClient
import Glibc

/// A small file at once.
enum WholeFile {
    /// - Throws: ``ClientError`` with the code `unreadable`.
    static func read(_ path: String) throws(ClientError) -> [UInt8] {
        guard let file = fopen(path, "r") else { throw failure(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { break }
            bytes += piece[..<count]
        }
        guard ferror(file) == 0 else { throw failure(path) }
        return bytes
    }

    /// - Throws: ``ClientError`` with the code `output_failed`.
    static func write(_ text: String, to path: String) throws(ClientError) {
        guard let file = fopen(path, "w") else { throw failure(path) }
        let isWritten = fputs(text, file) >= 0
        guard fclose(file) == 0, isWritten else { throw failure(path) }
    }

    private static func failure(_ path: String) -> ClientError {
        ClientError(.outputFailed, "\(path): \(SystemError.last)", exitStatus: .partial)
    }
}
