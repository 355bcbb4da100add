internal import CXapian

/// Counts of a whole database at one revision.
package struct Statistics: Equatable, Sendable {
    /// Increases with each commit. A `WritableDatabase` gives that of its last commit, but counts what is pending.
    package var revision: UInt64
    /// The sum of all documents' lengths, in terms.
    package var totalLength: UInt64
    /// `totalLength / documentCount`; 0 when empty.
    package var averageLength: Double
    package var documentCount: UInt32
    /// The highest docid ever used. Docids are not reused.
    package var lastDocid: UInt32
    /// At most the length of the shortest document that is not empty.
    package var lengthLowerBound: UInt32
    /// At least the length of the longest document.
    package var lengthUpperBound: UInt32
    /// Whether some term has positions.
    package var hasPositions: Bool

    init(_ statistics: cxapian_statistics) {
        revision = statistics.revision
        totalLength = statistics.total_length
        averageLength = statistics.average_length
        documentCount = statistics.document_count
        lastDocid = statistics.last_docid
        lengthLowerBound = statistics.length_lower_bound
        lengthUpperBound = statistics.length_upper_bound
        hasPositions = statistics.has_positions
    }
}
