/// A text of one or more words that stand side by side.
package struct Phrase: Equatable, Sendable {
    /// The words as typed, with one space between two; not empty.
    package let text: String

    /// The phrase in `text`, whose spaces and control characters each separate words; `nil` when there is no word.
    package init?(_ text: String) {
        let words = text.unicodeScalars.split(whereSeparator: \.isQuerySpace)
        guard !words.isEmpty else { return nil }
        self.text = words.map { String($0) }.joined(separator: " ")
    }
}
