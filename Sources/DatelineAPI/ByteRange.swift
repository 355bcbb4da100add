/// A half-open range of UTF-8 offsets; in JSON an array of two numbers, `[start,end]`.
package struct ByteRange: Codable, JSONWritable, Equatable, Sendable {
    /// The offset of the first byte.
    package var start: Int
    /// One past the last byte.
    package var end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// The same as a Swift range.
    package init(_ range: Range<Int>) {
        self.init(start: range.lowerBound, end: range.upperBound)
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        start = try container.decode(Int.self)
        end = try container.decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(start)
        try container.encode(end)
    }

    package func write(to json: inout JSONWriter) {
        json.array {
            $0.element(start)
            $0.element(end)
        }
    }
}
