internal import Entities

/// How many names were found, and how many rightly.
package struct SpanScore: Equatable, Sendable {
    /// Names that the labels have, that the recognizer has, and that both have with the same tokens and type.
    package var labelled = 0
    package var found = 0
    package var right = 0

    package init() {}

    /// The share of what was found that is right; 0 when nothing was found.
    package var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    /// The share of what is labelled that was found; 0 when nothing is labelled.
    package var recall: Double { labelled == 0 ? 0 : Double(right) / Double(labelled) }
    /// Their harmonic mean.
    package var f1: Double { labelled + found == 0 ? 0 : 2 * Double(right) / Double(labelled + found) }

    package static func += (sum: inout SpanScore, other: SpanScore) {
        sum.labelled += other.labelled
        sum.found += other.found
        sum.right += other.right
    }
}
