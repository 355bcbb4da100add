/// A database of some of a load's passages, with docids from 1 without a gap; and, as metadata, the words first met there.
struct Segment: Equatable, Sendable {
    var path: String
    var passages: Int
}
