/// What makes one pair of values come before another.
package enum PairOrder: String, Sendable, CaseIterable {
    /// More matching articles, or passages, have both.
    case count
    /// They stand together more often than chance would have it.
    case lift
    /// It is surer that they do.
    case logLikelihood = "loglikelihood"
}
