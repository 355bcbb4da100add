package import Entities
internal import TextAnalysis

/// How well a recognizer finds the names of labelled articles: exact spans, as the CoNLL shared tasks count.
package struct EntityScores: Sendable {
    /// A name that one side has and the other has not.
    package struct Difference: Sendable {
        package var text: String
        package var labelled: EntityType?
        package var found: EntityType?
        /// The words around it.
        package var context: String
    }

    package private(set) var byType: [EntityType: SpanScore] = [:]
    package private(set) var differences: [Difference] = []
    /// Bytes of text that were read.
    package private(set) var bytes = 0

    package init() {}

    /// Persons, places and organizations together.
    package var overall: SpanScore {
        [EntityType.person, .place, .organization].reduce(into: SpanScore()) { $0 += byType[$1] ?? SpanScore() }
    }

    /// Counts an article. A mention stands for all tokens that it touches; one that is derived from a name
    /// (`Israeli`) counts as MISC, as the labels have it.
    package mutating func add(_ article: LabelledArticle, mentions: [Mention]) {
        bytes += article.text.utf8.count
        var found: [LabelledArticle.Span] = []
        for mention in mentions {
            guard let tokens = article.tokens(touching: mention.range) else { continue }
            found.append(LabelledArticle.Span(tokens: tokens, type: mention.isDerived ? .misc : mention.type))
        }
        let labelled = Set(article.spans)
        let distinct = Set(found)
        for span in labelled { byType[span.type, default: SpanScore()].labelled += 1 }
        for span in distinct { byType[span.type, default: SpanScore()].found += 1 }
        for span in labelled.intersection(distinct) { byType[span.type, default: SpanScore()].right += 1 }
        for span in labelled.symmetricDifference(distinct).sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            differences.append(difference(span, in: article, isLabelled: labelled.contains(span)))
        }
    }

    private func difference(_ span: LabelledArticle.Span, in article: LabelledArticle, isLabelled: Bool) -> Difference {
        let bytes = Array(article.text.utf8)
        let around = max(0, span.tokens.lowerBound - 6)..<min(article.tokens.count, span.tokens.upperBound + 6)
        func string(_ tokens: Range<Int>) -> String {
            let range = article.tokens[tokens.lowerBound].lowerBound..<article.tokens[tokens.upperBound - 1].upperBound
            return String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
        }
        return Difference(
            text: string(span.tokens), labelled: isLabelled ? span.type : nil, found: isLabelled ? nil : span.type,
            context: string(around))
    }
}
