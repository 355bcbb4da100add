package import NIOCore

/// Some of a `multipart/form-data` body under construction: one part a file, or a run of a file's lines.
package struct MultipartBody {
    private let boundary: MultipartBoundary
    private var buffer = ByteBuffer()
    /// The names of the parts, without repetition in a row.
    private var names: [String] = []

    package init(boundary: MultipartBoundary) {
        self.boundary = boundary
    }

    /// Bytes so far.
    package var count: Int { buffer.readableBytes }

    /// Adds a part that `write` appends to the body; when it throws, the body stays as it was.
    ///
    /// `firstLine` is the number of the part's first line, when a file of lines is sent in several parts.
    package mutating func append<E: Error>(
        name: String, contentType: String, firstLine: Int? = nil, write: (inout ByteBuffer) throws(E) -> Void
    ) throws(E) {
        let start = buffer.writerIndex
        buffer.writeString("--\(boundary.text)\r\nContent-Disposition: form-data; name=\"file\"; ")
        buffer.writeString("filename=\"\(Self.escape(name))\"")
        if let firstLine { buffer.writeString("; first-line=\"\(firstLine)\"") }
        buffer.writeString("\r\nContent-Type: \(contentType)\r\n\r\n")
        do throws(E) {
            try write(&buffer)
        } catch {
            buffer.moveWriterIndex(to: start)
            throw error
        }
        buffer.writeString("\r\n")
        if names.last != name { names.append(name) }
    }

    /// Gives out the parts so far, without copying them, and goes on with none.
    package mutating func take() -> (bytes: ByteBuffer, names: [String]) {
        defer {
            buffer = ByteBuffer()
            names = []
        }
        return (buffer, names)
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
