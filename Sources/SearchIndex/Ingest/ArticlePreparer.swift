import Corpus
import Entities
import TextAnalysis

/// Analyses articles: passages, tokens, stems, entities. Pure but for its cache; lives on one thread.
final class ArticlePreparer {
    private let recognizer: EntityRecognizer
    private let analyzer: Analyzer

    /// - Throws: `SearchIndexError.storage` when the linked Xapian has no stemmer for English.
    init(recognizer: EntityRecognizer) throws(SearchIndexError) {
        self.recognizer = recognizer
        analyzer = try Analyzer()
    }

    /// - Throws: `SearchIndexError.storage` when the stemmer fails.
    func prepare(_ article: Article, contentHash: String) throws(SearchIndexError) -> PreparedArticle {
        let text = Array(article.text.utf8)
        let tokens = Tokenizer.tokens(in: text.span)
        let mentions = recognizer.mentions(in: article.text, tokens: tokens, title: article.title)
        let entities = PassageEntities(mentions: mentions, given: article.entities, text: text)

        var passages: [PreparedPassage] = []
        var next = 0
        for passage in PassageSplitter.passages(of: article) {
            let first = next
            while next < tokens.count, Int(tokens[next].start) < passage.range.upperBound { next += 1 }
            let record = PassageRecord(
                articleID: article.id, number: passage.number, start: passage.range.lowerBound,
                text: String(decoding: text[passage.range], as: UTF8.self),
                entities: entities.entities(in: passage.range, isFirst: passage.number == 1))
            passages.append(
                PreparedPassage(record: record, text: try occurrences(of: tokens[first..<next], in: text.span)))
        }
        let title = Array((article.title ?? "").utf8)
        return PreparedArticle(
            article: article, contentHash: contentHash, passages: passages,
            title: try occurrences(of: Tokenizer.tokens(in: title.span)[...], in: title.span),
            newWords: analyzer.takeNewWords())
    }

    private func occurrences(of tokens: ArraySlice<Token>, in text: Span<UInt8>) throws(SearchIndexError)
        -> [TermOccurrence]
    {
        guard let first = tokens.first else { return [] }
        var occurrences: [TermOccurrence] = []
        occurrences.reserveCapacity(tokens.count)
        for token in tokens {
            guard let term = try analyzer.term(of: token, in: text) else { continue }
            occurrences.append(TermOccurrence(term: term, position: UInt32(token.position - first.position) + 1))
        }
        return occurrences
    }
}
