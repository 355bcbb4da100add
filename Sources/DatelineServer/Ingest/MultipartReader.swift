/// Reads the parts of a `multipart/form-data` body (RFC 7578, RFC 2046) as its bytes arrive: what `curl -F` sends.
///
/// Holds one part at a time; the contents of one above `maxPart` bytes are dropped, and the part is marked.
struct MultipartReader {
    /// One part of the body.
    struct Part: Equatable {
        var fileName: String?
        var contentType: String?
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
    private var state = State.preamble
    // A line end before the first delimiter, which may stand at the very beginning, makes all delimiters alike.
    private var buffer: [UInt8] = [13, 10]
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
            buffer = []
            return false
        case .preamble, .contents:
            guard let found = find(delimiter) else {
                keepUndelimited()
                return false
            }
            // Two more bytes tell whether the delimiter closes the body.
            guard buffer.count >= found + delimiter.count + 2 else { return false }
            let after = Array(buffer[(found + delimiter.count)...].prefix(2))
            if state == .contents {
                append(buffer[..<found])
                parts.append(part)
            }
            buffer.removeFirst(found + delimiter.count + 2)
            part = Part(bytes: [])
            guard after == [45, 45] || after == [13, 10] else {
                throw Malformed(message: "a boundary is not followed by a line end")
            }
            state = after == [45, 45] ? .end : .headers
            return true
        case .headers:
            let isBare = buffer.starts(with: [13, 10])
            let found = isBare ? 0 : find([13, 10, 13, 10])
            guard found ?? (buffer.count - 3) <= Self.maxHeaders else {
                throw Malformed(message: "a part's headers are too long")
            }
            guard let end = found else { return false }
            part = Self.part(headers: String(decoding: buffer[..<end], as: UTF8.self))
            buffer.removeFirst(end + (isBare ? 2 : 4))
            state = .contents
            return true
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        if part.isTooLarge { return }
        part.bytes.append(contentsOf: bytes)
        if part.bytes.count > maxPart {
            part.bytes = []
            part.isTooLarge = true
        }
    }

    /// Moves what cannot be the beginning of a delimiter out of the buffer.
    private mutating func keepUndelimited() {
        let safe = buffer.count - delimiter.count
        guard safe > 0 else { return }
        if state == .contents { append(buffer[..<safe]) }
        buffer.removeFirst(safe)
    }

    private mutating func find(_ pattern: [UInt8]) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        var index = 0
        let last = buffer.count - pattern.count
        while index <= last {
            guard let start = buffer[index...last].firstIndex(of: pattern[0]) else { break }
            if buffer[start..<start + pattern.count].elementsEqual(pattern) { return start }
            index = start + 1
        }
        return nil
    }

    private static func part(headers: String) -> Part {
        var part = Part(bytes: [])
        for line in headers.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let value = String(halves[1].drop { $0 == " " })
            switch halves[0].lowercased() {
            case "content-disposition": part.fileName = HeaderParameters.value("filename", in: value)
            case "content-type": part.contentType = value
            default: break
            }
        }
        return part
    }
}
