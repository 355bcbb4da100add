import NIOCore

/// The lines of a file or of standard input, each as soon as it is there: whoever writes to a pipe gets an answer before
/// the next line.
struct InputLines: ~Copyable {
    /// Bytes of a line.
    static let longest = 1 << 20

    private let file: InputFile
    private let path: String
    private var buffer = ByteBuffer()
    /// How many bytes of `buffer` are known to hold no line end.
    private var searched = 0
    private var isAtEnd = false
    /// Whether the line is too long, so that its rest means nothing.
    private var isSkipping = false
    /// The number of the last line that was given out, from 1.
    private(set) var number = 0

    /// - Parameter path: absolute, or `-` for standard input.
    /// - Throws: ``ClientError`` with the code `unreadable`.
    init(_ path: String) throws(ClientError) {
        self.path = path
        do { file = try InputFile(path: path, compression: FileName.splitCompression(path).compression) } catch {
            throw Self.unreadable(path, error)
        }
    }

    /// The next line without its end; nil after the last one. What is no UTF-8 is read as U+FFFD. Blocks until there is one.
    /// - Throws: ``ClientError``: `unreadable`; `too_large` for a line of more than about `longest` bytes, after which the next
    ///   line follows.
    mutating func next() throws(ClientError) -> String? {
        while true {
            let view = buffer.readableBytesView
            if let end = view.dropFirst(searched).firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: view[..<end], as: UTF8.self)
                buffer.moveReaderIndex(to: end + 1)
                searched = 0
                return try given(line)
            }
            if isAtEnd {
                if buffer.readableBytes == 0, !isSkipping { return nil }
                let line = String(decoding: view, as: UTF8.self)
                buffer.clear()
                return try given(line)
            }
            searched = buffer.readableBytes
            if searched > Self.longest {
                isSkipping = true
                buffer.clear()
                searched = 0
            }
            buffer.discardReadBytes()
            do { isAtEnd = try file.read(into: &buffer, count: 1 << 16) == 0 } catch {
                throw Self.unreadable(path, error)
            }
        }
    }

    private mutating func given(_ line: String) throws(ClientError) -> String {
        number += 1
        if isSkipping {
            isSkipping = false
            throw ClientError(.tooLarge, "the line is longer than \(Self.longest >> 20) MiB", exitStatus: .usage)
        }
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
    }

    private static func unreadable(_ path: String, _ error: SystemError) -> ClientError {
        ClientError(
            .unreadable, "cannot read \(path == "-" ? "standard input" : path): \(error)", exitStatus: .usage)
    }
}
