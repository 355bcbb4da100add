/// Reads the parts of a `multipart/form-data` body (RFC 7578, RFC 2046) as its bytes arrive: what `curl -F` and our client
/// send.
///
/// Holds one part at a time; the contents of one above `maxPart` bytes are dropped, and the part is marked. The cost is a
/// search and two copies of each byte, however the body is cut into chunks and parts.
struct MultipartReader {
    /// One part of the body.
    struct Part: Equatable {
        var fileName: String?
        var contentType: String?
        /// The parameter `first-line` of its disposition: the number of its first line, when a file of lines comes in
        /// several parts. A number that no line has is passed over.
        var firstLine: Int?
        var bytes: [UInt8]
        /// Whether the contents were above the limit and are gone.
        var isTooLarge = false
    }

    /// Why a body cannot be read.
    struct Malformed: Error, Equatable { var message: String }

    private enum State { case preamble, headers, contents, end }
    private let delimiter: [UInt8]
    private let maxPart: Int
    private static let maxHeaders = 16 << 10
    private static let lineEnd: [UInt8] = [13, 10]
    private static let headersEnd: [UInt8] = [13, 10, 13, 10]
    private var state = State.preamble
    // A line end before the first delimiter, which may stand at the very beginning, makes all delimiters alike.
    private var buffer: [UInt8] = [13, 10]
    /// Where in `buffer` the bytes begin that were not dealt with. They move to the front once a feed, not once a part.
    private var start = 0
    private var part = Part(bytes: [])

    /// - Parameter boundary: from the request's content type; nil when that has none.
    init?(contentType: String, maxPart: Int) {
        guard let boundary = HeaderParameters.value("boundary", in: contentType), !boundary.isEmpty,
            boundary.utf8.count <= 70
        else { return nil }
        delimiter = [13, 10, 45, 45] + Array(boundary.utf8)
        self.maxPart = maxPart
    }

    /// Takes bytes of the body and gives the parts that they complete.
    mutating func feed(_ bytes: some Collection<UInt8>) throws(Malformed) -> [Part] {
        buffer.append(contentsOf: bytes)
        var parts: [Part] = []
        while try step(&parts) {}
        buffer.removeSubrange(..<start)
        start = 0
        return parts
    }

    /// Checks that the body ended with its closing delimiter.
    func finish() throws(Malformed) {
        if state != .end { throw Malformed(message: "the body ends before its closing boundary") }
    }

    /// Goes one step on; false when more bytes are needed.
    private mutating func step(_ parts: inout [Part]) throws(Malformed) -> Bool {
        switch state {
        case .end:
            start = buffer.count
            return false
        case .preamble, .contents: return try endContents(&parts)
        case .headers: return try readHeaders()
        }
    }

    private mutating func endContents(_ parts: inout [Part]) throws(Malformed) -> Bool {
        guard let found = ByteSearch.firstIndex(of: delimiter, in: buffer, from: start) else {
            // All that cannot be the beginning of a delimiter.
            passOver(upTo: max(start, buffer.count - delimiter.count))
            return false
        }
        passOver(upTo: found)
        // Two more bytes tell whether the delimiter closes the body.
        let end = found + delimiter.count
        guard buffer.count >= end + 2 else { return false }
        let after = Array(buffer[end..<end + 2])
        if state == .contents { parts.append(part) }
        part = Part(bytes: [])
        start = end + 2
        guard after == [45, 45] || after == Self.lineEnd else {
            throw Malformed(message: "a boundary is not followed by a line end")
        }
        state = after == [45, 45] ? .end : .headers
        return true
    }

    private mutating func readHeaders() throws(Malformed) -> Bool {
        let isBare = buffer[start...].starts(with: Self.lineEnd)
        let found = isBare ? start : ByteSearch.firstIndex(of: Self.headersEnd, in: buffer, from: start)
        guard (found ?? (buffer.count - 3)) - start <= Self.maxHeaders else {
            throw Malformed(message: "a part's headers are too long")
        }
        guard let end = found else { return false }
        part = Self.part(headers: String(decoding: buffer[start..<end], as: UTF8.self))
        start = end + (isBare ? 2 : 4)
        state = .contents
        return true
    }

    /// Moves contents into the part.
    private mutating func passOver(upTo end: Int) {
        defer { start = end }
        guard state == .contents, !part.isTooLarge else { return }
        part.bytes.append(contentsOf: buffer[start..<end])
        if part.bytes.count > maxPart {
            part.bytes = []
            part.isTooLarge = true
        }
    }

    private static func part(headers: String) -> Part {
        var part = Part(bytes: [])
        for line in headers.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let value = String(halves[1].drop { $0 == " " })
            switch halves[0].lowercased() {
            case "content-disposition":
                part.fileName = HeaderParameters.value("filename", in: value)
                let line = HeaderParameters.value("first-line", in: value).flatMap { Int($0) }
                part.firstLine = line.flatMap { LineBatcher.firstLines.contains($0) ? $0 : nil }
            case "content-type": part.contentType = value
            default: break
            }
        }
        return part
    }
}
