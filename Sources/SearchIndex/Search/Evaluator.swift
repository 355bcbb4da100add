/// Runs plans against one reader and the snapshot of its revision: plan in, matching passages and scored postings out.
///
/// Posting lists are decoded whole, each once a search, into arrays.
final class Evaluator {
    private let reader: IndexReader
    private let snapshot: Snapshot
    private let weighting: BM25
    private var postings: [[UInt8]: PostingList] = [:]

    /// How much more a word in the headline counts than in the text.
    static let titleFactor = 1.0

    init(reader: IndexReader, snapshot: Snapshot, weighting: BM25) {
        self.reader = reader
        self.snapshot = snapshot
        self.weighting = weighting
    }

    /// - Throws: `SearchIndexError.storage`; `.overtaken` when commits passed the reader by: retry with a newer snapshot.
    func evaluate(_ plan: Plan) throws(SearchIndexError) -> Evaluated {
        switch plan {
        case .all: return Evaluated(matches: snapshot.live)
        case .nothing: return Evaluated(matches: PassageSet())
        case .term(let term, let scope): return try any(scopes(scope).map { [($0 + term)] }, scope)
        case .anyTerm(_, let terms, let scope):
            return try any(scopes(scope).map { prefix in terms.map { prefix + $0 } }, scope)
        case .phrase(let terms, let scope): return try phrase(terms, scope)
        case .near(let phrases, let distance): return try near(phrases, distance: distance)
        case .values(let field, let keys): return Evaluated(matches: try values(field, keys))
        case .article(let id): return Evaluated(matches: PassageSet(try list(Term.article(id: id)).docids))
        case .dates(let range): return Evaluated(matches: DateFilter.passages(in: range, of: snapshot))
        case .and(let plans): return try conjunction(plans)
        case .or(let plans):
            var parts: [Evaluated] = []
            for plan in plans { parts.append(try evaluate(plan).confined()) }
            return Evaluated(matches: .union(parts.map(\.matches)), scored: parts.flatMap(\.scored))
        case .not(let plan): return Evaluated(matches: snapshot.live.subtracting(try evaluate(plan).matches))
        }
    }

    /// The passages with one of a facet field's values.
    func values(_ field: String, _ keys: [String]) throws(SearchIndexError) -> PassageSet {
        guard let field = Field.named(field) else { return PassageSet() }
        var sets: [PassageSet] = []
        for key in keys { sets.append(PassageSet(try list(field.term(key: key)).docids)) }
        return .union(sets)
    }

    private func conjunction(_ plans: [Plan]) throws(SearchIndexError) -> Evaluated {
        var result = Evaluated(matches: snapshot.live)
        for plan in plans {
            if case .not(let excluded) = plan {
                result.matches = result.matches.subtracting(try evaluate(excluded).matches)
                continue
            }
            let part = try evaluate(plan)
            result.matches = result.matches.intersection(part.matches)
            result.scored += part.scored
        }
        return result
    }

    /// Each group of terms is taken as one term; a passage matches when it has one of any group.
    private func any(_ groups: [[[UInt8]]], _ scope: Plan.Scope) throws(SearchIndexError) -> Evaluated {
        var result = Evaluated(matches: PassageSet())
        for (group, prefix) in zip(groups, scopes(scope)) {
            var lists: [PostingList] = []
            for term in group {
                let list = try list(term)
                if list.count > 0 { lists.append(list) }
            }
            guard !lists.isEmpty else { continue }
            let merged = PostingList.merged(lists)
            result.matches = result.matches.union(PassageSet(merged.docids))
            result.scored.append(weighted(merged, of: merged.count, prefix))
        }
        return result
    }

    private func phrase(_ terms: [[UInt8]], _ scope: Plan.Scope) throws(SearchIndexError) -> Evaluated {
        var result = Evaluated(matches: PassageSet())
        for prefix in scopes(scope) {
            let prefixed = terms.map { prefix + $0 }
            let matches = PassageSet(try reader.docids(withPhrase: prefixed))
            result.matches = result.matches.union(matches)
            if !matches.isEmpty { result.scored += try confined(prefixed, to: matches, prefix) }
        }
        return result
    }

    private func near(_ phrases: [[[UInt8]]], distance: Int) throws(SearchIndexError) -> Evaluated {
        let terms = phrases.flatMap { $0 }
        var candidates = snapshot.live
        for term in terms { candidates = candidates.intersection(PassageSet(try list(term).docids)) }
        var docids: [UInt32] = []
        for docid in candidates.docids {
            var positions: [[[UInt32]]] = []
            for phrase in phrases {
                var ofPhrase: [[UInt32]] = []
                for term in phrase { ofPhrase.append(try reader.positions(of: term, in: docid)) }
                positions.append(ofPhrase)
            }
            if Proximity.holds(positions, distance: distance) { docids.append(docid) }
        }
        let matches = PassageSet(docids)
        return Evaluated(matches: matches, scored: try confined(terms, to: matches, []))
    }

    private func confined(_ terms: [[UInt8]], to matches: PassageSet, _ prefix: [UInt8]) throws(SearchIndexError)
        -> [WeightedPostings]
    {
        var scored: [WeightedPostings] = []
        for term in terms {
            let list = try list(term)
            scored.append(weighted(list.filtered(by: matches), of: list.count, prefix))
        }
        return scored
    }

    private func weighted(_ list: PostingList, of frequency: Int, _ prefix: [UInt8]) -> WeightedPostings {
        let weight = weighting.termWeight(frequency: frequency, passageCount: snapshot.passageCount)
        return WeightedPostings(postings: list, weight: prefix.isEmpty ? weight : weight * Self.titleFactor)
    }

    private func scopes(_ scope: Plan.Scope) -> [[UInt8]] {
        let title = Array((Field.title.prefix ?? "").utf8)
        return scope == .title ? [title] : [[], title]
    }

    /// The decoded postings of a term; empty for one that the index does not have.
    private func list(_ term: [UInt8]) throws(SearchIndexError) -> PostingList {
        if let known = postings[term] { return known }
        let list = try reader.postings(of: term)
        postings[term] = list
        return list
    }
}
