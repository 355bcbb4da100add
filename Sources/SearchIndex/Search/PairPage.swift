/// A page of pairs of values.
package struct PairPage: Sendable {
    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
    /// False when the deadline cut it short; then there are no pairs.
    package var isExact: Bool
    package var pairs: [PairCount]
    /// How many pairs there are with enough passages, shown or not.
    package var distinct: Int
    package var next: String?

    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp) -> PairPage {
        PairPage(stamp: stamp, parsed: "", totals: Totals(), isExact: false, pairs: [], distinct: 0)
    }
}
