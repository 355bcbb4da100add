/// A database of some of a load's passages, with docids from 1 without a gap; and, as metadata, the words first met there.
struct Segment: Equatable, Sendable {
    var path: String
    var passages: Int
}

extension [Segment] {
    /// The segments as they follow one another in a database that has docids up to `docid`.
    func placed(after docid: UInt32) -> [(path: String, offset: UInt32)] {
        var offset = docid
        return map { segment in
            defer { offset += UInt32(segment.passages) }
            return (segment.path, offset)
        }
    }
}
