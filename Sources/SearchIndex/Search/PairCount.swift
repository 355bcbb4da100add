/// How often two values stand in the same passage.
package struct PairCount: Equatable, Sendable {
    package var first: String
    package var second: String
    /// Different articles with a matching passage that has both.
    package var articles: Int
    /// Matching passages that have both.
    package var passages: Int
    /// How many times more matching passages have both than chance would have it: passages × all matching passages /
    /// (those with the first × those with the second).
    package var lift: Double
    /// How sure that is, over matching passages; negative where they stand together less often than by chance. See
    /// `LogLikelihood`.
    package var logLikelihood: Double
}
