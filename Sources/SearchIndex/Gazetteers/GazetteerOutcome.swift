/// What came of a gazetteer that was accepted.
package struct GazetteerOutcome: Equatable, Sendable {
    package var gazetteer: UserGazetteer
    /// `tsv` or `geonames`.
    package var format: String
    /// Rows of a dump that were not taken.
    package var leftOut: Int
    /// Whether there was one of that name before.
    package var replaced: Bool
}
