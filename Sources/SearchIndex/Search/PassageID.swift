/// The name of a passage: its article's id and its number, written `ARTICLE#NUMBER`.
package struct PassageID: Hashable, Sendable, LosslessStringConvertible {
    package var article: String
    /// From 1.
    package var number: Int

    package init(article: String, number: Int) {
        self.article = article
        self.number = number
    }

    /// Reads `ARTICLE#NUMBER`; the article's id may hold `#` itself, so the last one counts.
    package init?(_ text: String) {
        guard let hash = text.lastIndex(of: "#"), let number = Int(text[text.index(after: hash)...]), number > 0 else {
            return nil
        }
        self.init(article: String(text[..<hash]), number: number)
    }

    package var description: String { "\(article)#\(number)" }
}
