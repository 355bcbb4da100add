import QueryLanguage
import TextAnalysis

extension Search {
    /// How many terms of an article, or of a text, others are sought by.
    static let likenessTerms = 25

    /// Articles with any of the terms that tell what `likeness` is about; each counts as much as it tells.
    /// - Throws: `SearchIndexError.notFound` for an article that is not there.
    func match(_ likeness: Likeness, counted: Set<String>) throws(SearchIndexError) -> MatchedQuery {
        var likeness = likeness
        // The id of one of its passages stands for an article, too.
        if case .article(let id) = likeness, try reader.article(id: id) == nil, let passage = PassageID(id) {
            likeness = .article(id: passage.article)
        }
        let selection = try Selection(query: query, builder: builder, compiler: compiler)
        let telling = TellingTerms(snapshot: snapshot, compiler: compiler, stopWords: context.stopWords)
        let source = TellingTerms.Source(counts: try counts(of: likeness), weight: 1)
        let norms = try snapshot.derived.articleNorms(snapshot.columns, until: context.deadline)
        let found = try telling.best(Self.likenessTerms, of: [source], averageLength: norms.averageLength)
        let scored = found.map { found in
            var scored = compiler.scored(found.postings)
            scored.term = found.term
            scored.weight *= found.share
            return scored
        }
        let plan = Plan.disjunction(found.map { .term($0.term, .anywhere) }) ?? .nothing
        var match = MatchNode.disjunction(scored.map { .postings($0.postings) })
        if case .article(let id) = likeness { match = .minus(match, try compiler.compile(.article(id: id)).match) }
        var matched = MatchedQuery(
            plan: plan, compiled: CompiledQuery(match: match, scored: scored), selection: selection)
        matched.terms = found.map { QueryTerm(term: String(decoding: $0.term, as: UTF8.self), weight: $0.share) }
        return matched
    }

    /// How often an article, or a text, has each of its terms; a word of the headline counts as in ranking.
    private func counts(of likeness: Likeness) throws(SearchIndexError) -> [[UInt8]: UInt32] {
        var counts: [[UInt8]: UInt32] = [:]
        switch likeness {
        case .article(let id):
            guard let record = try reader.article(id: id) else {
                throw SearchIndexError(
                    .notFound, "there is no article \(id)", hint: "ids are printed by dateline search")
            }
            for docid in record.docids.prefix(Self.likenessPassages) {
                try context.deadline.check()
                let terms = try reader.terms(of: docid)
                counts.merge(terms.text, uniquingKeysWith: +)
                // The headline stands on every passage.
                if docid == record.firstDocid {
                    counts.merge(terms.title.mapValues { $0 * Ranking.titleWeight }, uniquingKeysWith: +)
                }
            }
        case .text(let text):
            for language in languages(of: text) {
                for term in try QueryTokens.terms(of: text, analyzer: context.analyzer, language) {
                    counts[term, default: 0] += 1
                }
            }
        }
        return counts
    }

    /// The language of a text, or all of the index where it does not tell.
    private func languages(of text: String) -> [Language] {
        let bytes = Array(text.utf8)
        let found = LanguageDetector.language(of: Tokenizer.tokens(in: bytes.span), in: bytes.span)
        return found.map { [$0] } ?? snapshot.languages.sought
    }

    /// What an article is about, so many passages tell.
    private static let likenessPassages = 64
}
