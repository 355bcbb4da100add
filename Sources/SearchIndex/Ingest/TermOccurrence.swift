/// One token of a passage as the index stores it.
struct TermOccurrence: Equatable, Sendable {
    var term: [UInt8]
    /// The word's place in the passage or headline, from 1, as Xapian counts.
    var position: UInt32
}
