/// How much a query matches.
package struct CountResult: Sendable {
    package var stamp: IndexStamp
    package var parsed: String
    package var totals: Totals
    /// False when the deadline cut the count short.
    package var isExact: Bool
}

extension CountResult {
    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp) -> CountResult {
        CountResult(stamp: stamp, parsed: "", totals: Totals(), isExact: false)
    }
}
