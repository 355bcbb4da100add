/// A window of the ranking for a query, and how many documents match.
package struct MatchResult: Equatable, Sendable {
    /// The best first; documents of equal weight by ascending docid.
    package var docids: [UInt32]
    /// The weight of each of `docids`.
    package var weights: [Double]
    /// At least so many documents match.
    package var lowerBound: UInt32
    /// About so many documents match. Equal to both bounds when the matcher looked at every match.
    package var estimated: UInt32
    /// At most so many documents match.
    package var upperBound: UInt32
}
