/// What somebody has typed so far.
package struct CompletionQuery: Sendable {
    package var text: String
    /// How many words and names to give in all.
    package var limit = 10
    /// How long it may take; nil for as long as it needs.
    package var timeLimit: Duration?

    package init(_ text: String) { self.text = text }
}
