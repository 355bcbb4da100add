internal import Entities

/// Puts an article together from tokens and their tags.
struct ArticleBuilder {
    private var text = ""
    private var length = 0
    private var tokens: [Range<Int>] = []
    private var spans: [LabelledArticle.Span] = []
    private var previous = ""
    private var quoteIsOpen = false
    private var opensSentence = true
    private var isInside: EntityType?
    private(set) var sentences = 0

    /// What was added, or nil when that is nothing.
    var article: LabelledArticle? {
        tokens.isEmpty ? nil : LabelledArticle(text: text, tokens: tokens, spans: spans)
    }

    mutating func add(_ token: String, _ tag: Tag) {
        if opensSentence {
            if !tokens.isEmpty { append("\n\n") }
        } else if isSpaced(token) {
            append(" ")
        }
        let start = length
        append(token)
        tokens.append(start..<length)
        if token == "\"" { quoteIsOpen.toggle() }
        previous = token
        opensSentence = false

        let continues = tag.isInside && isInside != nil && isInside == tag.type
        isInside = tag.type
        guard let type = tag.type else { return }
        if continues {
            let first = spans[spans.count - 1].tokens.lowerBound
            spans[spans.count - 1].tokens = first..<tokens.count
        } else {
            spans.append(LabelledArticle.Span(tokens: tokens.count - 1..<tokens.count, type: type))
        }
    }

    mutating func endSentence() {
        if !opensSentence { sentences += 1 }
        opensSentence = true
        quoteIsOpen = false
        isInside = nil
    }

    private mutating func append(_ part: String) {
        text += part
        length += part.utf8.count
    }

    private func isSpaced(_ token: String) -> Bool {
        if ["(", "[", "$", "``", "`"].contains(previous) || (previous == "\"" && quoteIsOpen) { return false }
        if token == "\"" { return !quoteIsOpen }
        if [",", ".", ":", ";", "!", "?", ")", "]", "%", "''"].contains(token) { return false }
        return !(token.hasPrefix("'") && token.count > 1 && token.count <= 3) && token != "n't"
    }
}
