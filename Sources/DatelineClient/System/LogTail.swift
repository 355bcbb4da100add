import Glibc

/// What a program wrote to its log after a certain moment.
enum LogTail {
    /// The length of a file in bytes; 0 where there is none.
    static func size(of path: String) -> Int {
        var entry = stat()
        return stat(path, &entry) == 0 ? Int(entry.st_size) : 0
    }

    /// The last lines of what follows an offset; at most 64 KiB are looked at.
    static func lines(of path: String, from start: Int, count: Int) -> [String] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        let window = 64 << 10
        var bytes = [UInt8](repeating: 0, count: window)
        let read = pread(file, &bytes, window, off_t(max(start, size(of: path) - window)))
        return String(decoding: bytes.prefix(max(read, 0)), as: UTF8.self).split(separator: "\n").suffix(count)
            .map { TerminalText.safe(String($0)) }
    }
}
