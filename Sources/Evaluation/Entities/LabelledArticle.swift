package import Entities
internal import TextAnalysis

/// A text whose names are labelled: one article, or as much of one as a file of labels has.
package struct LabelledArticle: Sendable {
    /// A name: whole tokens of the article.
    package struct Span: Hashable, Sendable {
        package var tokens: Range<Int>
        package var type: EntityType

        package init(tokens: Range<Int>, type: EntityType) {
            self.tokens = tokens
            self.type = type
        }
    }

    /// The text as a reader of the article would have it.
    package var text: String
    /// UTF-8 ranges in `text` of what the labels stand for, ascending.
    package var tokens: [Range<Int>]
    /// Ascending, not overlapping.
    package var spans: [Span]

    package init(text: String, tokens: [Range<Int>], spans: [Span]) {
        self.text = text
        self.tokens = tokens
        self.spans = spans
    }

    /// The UTF-8 range of a span.
    package func range(of span: Span) -> Range<Int> {
        tokens[span.tokens.lowerBound].lowerBound..<tokens[span.tokens.upperBound - 1].upperBound
    }

    /// The tokens that `range` touches, or nil when it touches none.
    package func tokens(touching range: Range<Int>) -> Range<Int>? {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < tokens.count, tokens[end].lowerBound < range.upperBound { end += 1 }
        return low < end ? low..<end : nil
    }
}

extension LabelledArticle {
    /// The mentions that a recognizer finds, as it does when an article is indexed.
    package func mentions(by recognizer: EntityRecognizer) -> [Mention] {
        recognizer.mentions(in: text, tokens: Tokenizer.tokens(in: text), title: nil)
    }
}
