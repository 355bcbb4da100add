import Corpus
import Entities
import Stories
import TextAnalysis

/// Analyses articles: passages, tokens, stems, entities. Pure but for its cache and the user's own recognizer; lives on
/// one thread.
final class ArticlePreparer {
    private let analyzer: Analyzer

    /// - Throws: `SearchIndexError.storage` when the linked Xapian has no stemmer for English.
    init(variants: SpellingVariants) throws(SearchIndexError) { analyzer = try Analyzer(variants: variants) }

    /// - Parameters:
    ///   - contentHash: What is stored to tell whether the article comes again unchanged.
    ///   - command: The user's own recognizer. When it fails, the article is prepared without it, with a warning, and
    ///     with a hash that equals none, so that it is prepared anew when it comes again.
    /// - Throws: `SearchIndexError.storage` when the stemmer fails.
    func prepare(
        _ article: Article, contentHash: String, recognizer: EntityRecognizer, command: CommandRecognizer?
    ) throws(SearchIndexError) -> PreparedArticle {
        let text = Array(article.text.utf8)
        let tokens = Tokenizer.tokens(in: text.span)
        let language =
            article.language.flatMap(Language.init(named:))
            ?? LanguageDetector.language(of: tokens, in: text.span) ?? .english
        let ranges = PassageSplitter.passages(of: article)
        let found = command.map { command in
            Result { () throws(RecognizerFailure) in
                try command.claims(
                    in: ranges.map {
                        CommandRecognizer.Passage(
                            text: String(decoding: text[$0.range], as: UTF8.self), start: $0.range.lowerBound)
                    }, title: article.title, language: article.language)
            }
        }
        var failure: RecognizerFailure?
        if case .failure(let error)? = found { failure = error }
        let mentions = recognizer.mentions(
            in: article.text, tokens: tokens, title: article.title, claims: (try? found?.get()) ?? [])
        let entities = PassageEntities(mentions: mentions, given: article.entities, text: text)

        var passages: [PreparedPassage] = []
        var next = 0
        for passage in ranges {
            let first = next
            while next < tokens.count, Int(tokens[next].start) < passage.range.upperBound { next += 1 }
            let record = PassageRecord(
                articleID: article.id, number: passage.number, start: passage.range.lowerBound,
                text: String(decoding: text[passage.range], as: UTF8.self),
                entities: entities.entities(in: passage.range, isFirst: passage.number == 1))
            passages.append(
                PreparedPassage(
                    record: record, text: try occurrences(of: tokens[first..<next], in: text.span, language),
                    wording: Term.wording(of: record.text)))
        }
        let title = Array((article.title ?? "").utf8)
        let titleTerms = try occurrences(of: Tokenizer.tokens(in: title.span)[...], in: title.span, language)
        let length = passages.reduce(Ranking.titleWeight * UInt32(titleTerms.count)) { $0 + UInt32($1.text.count) }
        return PreparedArticle(
            article: article, stemming: language,
            contentHash: failure == nil ? contentHash : contentHash + " incomplete",
            passages: passages,
            title: titleTerms,
            signature: SignatureBuilder.signature(
                of: text.span, tokens: tokens, title: article.title, day: article.date?.number),
            newWords: analyzer.takeNewWords(), warning: failure, length: length)
    }

    private func occurrences(of tokens: ArraySlice<Token>, in text: Span<UInt8>, _ language: Language)
        throws(SearchIndexError) -> [TermOccurrence]
    {
        guard let first = tokens.first else { return [] }
        var occurrences: [TermOccurrence] = []
        occurrences.reserveCapacity(tokens.count)
        for token in tokens {
            guard let term = try analyzer.term(of: token, in: text, language) else { continue }
            occurrences.append(TermOccurrence(term: term, position: UInt32(token.position - first.position) + 1))
        }
        return occurrences
    }
}
