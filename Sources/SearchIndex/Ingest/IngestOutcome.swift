/// What became of one article.
package enum IngestOutcome: Equatable, Sendable {
    case added(passages: Int)
    case replaced(passages: Int)
    /// The index holds the same article already.
    case unchanged
}
