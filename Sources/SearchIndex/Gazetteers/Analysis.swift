import Entities

/// What an article is analysed with. Immutable; another is published when a gazetteer comes or goes.
struct Analysis: Sendable {
    var recognizer: EntityRecognizer
    /// A text that changes with what is the user's own of it; empty when nothing is.
    var extras: String
}
