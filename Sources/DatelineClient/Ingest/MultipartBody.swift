package import NIOCore

/// A `multipart/form-data` body under construction: one part a file.
package struct MultipartBody {
    private let boundary: String
    private var buffer = ByteBuffer()
    /// The names of the parts.
    package private(set) var names: [String] = []

    /// A body whose boundary no file can hold but by a chance of 1 in 2^128, for it is drawn anew.
    package init() {
        var random = SystemRandomNumberGenerator()
        self.init(boundary: "dateline-" + String(random.next(), radix: 16) + String(random.next(), radix: 16))
    }

    init(boundary: String) {
        self.boundary = boundary
    }

    /// The media type, with the boundary.
    package var contentType: String { "multipart/form-data; boundary=\(boundary)" }
    /// Bytes so far.
    package var count: Int { buffer.readableBytes }

    /// Adds a part that `write` appends to the body; when it throws, the body stays as it was.
    package mutating func append<E: Error>(
        name: String, contentType: String, write: (inout ByteBuffer) throws(E) -> Void
    ) throws(E) {
        let start = buffer.writerIndex
        buffer.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; ")
        buffer.writeString("filename=\"\(Self.escape(name))\"\r\nContent-Type: \(contentType)\r\n\r\n")
        do throws(E) {
            try write(&buffer)
        } catch {
            buffer.moveWriterIndex(to: start)
            throw error
        }
        buffer.writeString("\r\n")
        names.append(name)
    }

    /// Gives out the body with its last boundary, without copying it, and starts a new one.
    package mutating func finish() -> ByteBuffer {
        buffer.writeString("--\(boundary)--\r\n")
        defer { self = MultipartBody() }
        return buffer
    }

    /// A file's name as browsers send it: quotes and line ends percent-escaped, nothing else.
    package static func escape(_ name: String) -> String {
        var escaped: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "\""): escaped += "%22".utf8
            case UInt8(ascii: "\r"): escaped += "%0D".utf8
            case UInt8(ascii: "\n"): escaped += "%0A".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
