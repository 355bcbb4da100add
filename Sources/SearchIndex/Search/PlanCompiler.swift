import Entities

/// Reads the posting lists that a plan needs: plan in, `CompiledQuery` out.
///
/// Lists come from the cache or are decoded from the database. Where few passages can match (`candidates`), a long
/// list is not decoded: Xapian skips through it to each candidate, which gives the same postings and so the same scores.
final class PlanCompiler {
    /// How lists are read; tests run queries both ways and compare.
    enum Access: Sendable {
        /// By estimated cost.
        case cheapest
        /// Always decode whole lists, and count facets over all matches.
        case decode
        /// Skip wherever candidates are known.
        case skip
    }

    let reader: IndexReader
    let snapshot: Snapshot
    private let ranking: RankingModel
    let caches: SearchCaches
    let access: Access
    let deadline: Deadline
    /// Passages outside which nothing matters: the few that a watch looks at. Each is then looked at, where a search of all
    /// works out a list of all.
    let only: Postings?
    private var accesses: [(how: String, term: [UInt8], count: Int)] = []

    /// What was read and how, a line each.
    var explanation: [String] {
        accesses.map { how, term, count in
            "\(how) \(String(decoding: term.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)) \(count)"
        }
    }

    /// So many terms taken as one are kept together, and their frequencies looked up: a word in several languages, but
    /// not a prefix.
    static let fewTerms = 24

    /// Skipping to a posting costs about this many times as much as decoding one (about 1 µs against 10 ns).
    static let skipCost = 100

    init(
        reader: IndexReader, snapshot: Snapshot, ranking: RankingModel, caches: SearchCaches, access: Access,
        deadline: Deadline, only: Postings? = nil
    ) {
        self.reader = reader
        self.snapshot = snapshot
        self.ranking = ranking
        self.caches = caches
        self.access = access
        self.deadline = deadline
        self.only = only
    }

    /// - Parameters:
    ///   - candidates: passages outside which matches do not matter; nil for no such bound.
    ///   - isBranch: whether the plan is part of a disjunction. A conjunction then reads its terms for all candidates, not
    ///     for its own matches only: an article that another branch finds earns the score of all its words.
    /// - Throws: `SearchIndexError.storage`; `.overtaken`: retry with a newer snapshot; `.interrupted` at the deadline.
    func compile(_ plan: Plan, within candidates: Postings? = nil, isBranch: Bool = false) throws(SearchIndexError)
        -> CompiledQuery
    {
        try deadline.check()
        let candidates = candidates ?? only
        switch plan {
        case .all: return CompiledQuery(match: try everything())
        case .nothing: return CompiledQuery(match: .nothing)
        case .term(let term, let scope): return try terms([term], scope, candidates)
        case .anyTerm(_, let terms, let scope): return try self.terms(terms, scope, candidates)
        case .phrase(let terms, let scope): return try phrase(terms, scope)
        case .near(let phrases, let distance): return try near(phrases, distance: distance)
        case .values(let field, let keys):
            guard let field = Field.named(field) else { return CompiledQuery(match: .nothing) }
            var nodes: [MatchNode] = []
            for key in keys {
                if let corrected = try corrected(field, key) {
                    nodes.append(corrected)
                } else {
                    nodes.append(try filter(field.term(key: key), candidates))
                }
            }
            return CompiledQuery(match: .disjunction(nodes))
        case .present(let field):
            if let only { return CompiledQuery(match: .postings(only.having(field, snapshot.columns))) }
            let passages = try snapshot.derived.passages(having: field, snapshot, until: deadline)
            return CompiledQuery(match: .bits(passages))
        case .article(let id):
            var term = Term.article(id: id)
            // A passage's id, as a search prints it, stands for its article where no article is called so.
            if let passage = PassageID(id), try frequency(of: term) == 0 { term = Term.article(id: passage.article) }
            return CompiledQuery(match: .postings(try list(term, candidates)))
        case .dates(let range):
            if let only { return CompiledQuery(match: .postings(only.dated(range, snapshot.columns))) }
            let passages = try snapshot.derived.passages(dated: range, snapshot, until: deadline)
            return CompiledQuery(match: .bits(passages))
        case .and(let plans): return try conjunction(plans, candidates, isBranch)
        case .or(let plans):
            var parts: [CompiledQuery] = []
            for plan in plans { parts.append(confined(try compile(plan, within: candidates, isBranch: true), plan)) }
            return CompiledQuery(match: .disjunction(parts.map(\.match)), scored: parts.flatMap(\.scored))
        case .not(let plan):
            let excluded = try compile(plan, within: candidates).match
            return CompiledQuery(match: .minus(try everything(), excluded))
        }
    }

    /// The passages of a term that scores nothing; as bits where it has a good part of them all.
    private func filter(_ term: [UInt8], _ candidates: Postings?) throws(SearchIndexError) -> MatchNode {
        if let known = caches.bits.value(term, revision: snapshot.version) { return .bits(known) }
        let list = try list(term, candidates)
        guard list.count >= max(snapshot.passageCount / 32, 1_000) else { return .postings(list) }
        let limit = Int(snapshot.columns.lastDocid) + 1
        guard let bits = DenseBits(list, limit: limit, until: deadline) else { throw .interrupted }
        caches.bits.keep(bits, for: term, revision: snapshot.version)
        return .bits(bits)
    }

    /// The passages of a name that corrections speak of; nil for any other. Once read, it is kept as if it were a term.
    private func corrected(_ field: Field, _ key: String) throws(SearchIndexError) -> MatchNode? {
        guard let names = snapshot.names, let type = EntityType(name: field.name) else { return nil }
        let name = EntityName(type: type, name: key, key: key)
        guard names.isTouched(name) else { return nil }
        // No term begins with a zero byte, and no phrase's key with two.
        let known = [0, 0] + field.term(key: key)
        if let list = caches.lists.postings(known, revision: snapshot.version) { return .postings(list) }
        let list = try names.postings(of: name, until: deadline) { source throws(SearchIndexError) in
            try self.list(source.field.term(key: source.key), nil)
        }
        note("corrected", known, list.count)
        caches.lists.keep(list, for: known, revision: snapshot.version)
        return .postings(list)
    }

    /// The rarest part first; when that leaves few candidates, the others are read for these only.
    private func conjunction(_ plans: [Plan], _ candidates: Postings?, _ isBranch: Bool) throws(SearchIndexError)
        -> CompiledQuery
    {
        var wanted: [(plan: Plan, frequency: Int)] = []
        var excluded: [Plan] = []
        for plan in plans {
            if case .not(let plan) = plan { excluded.append(plan) } else { wanted.append((plan, try frequency(plan))) }
        }
        var candidates = candidates
        var order: [(index: Int, part: CompiledQuery)] = []
        for (index, item) in wanted.enumerated().sorted(by: { $0.element.frequency < $1.element.frequency }) {
            let part = try compile(item.plan, within: candidates, isBranch: isBranch)
            order.append((index, part))
            if isBranch, ranking == .ineb2 { continue }
            if let found = Self.sparse(part.match), found.count < candidates?.count ?? .max { candidates = found }
        }
        // Scores are added up in the order of the query, whatever was read first: sums of floating point numbers
        // depend on the order.
        let parts = order.sorted { $0.index < $1.index }.map(\.part)
        var match = parts.isEmpty ? try everything() : .conjunction(parts.map(\.match))
        for plan in excluded { match = .minus(match, try compile(plan, within: candidates).match) }
        return CompiledQuery(match: match, scored: parts.flatMap(\.scored))
    }

    /// Within a disjunction a conjunction's terms count only where all of it matches.
    private func confined(_ part: CompiledQuery, _ plan: Plan) -> CompiledQuery {
        guard case .and = plan else { return part }
        var part = part
        for index in part.scored.indices {
            part.scored[index].branch = part.scored[index].branch.map { .and([$0, part.match]) } ?? part.match
        }
        return part
    }

    /// The passages of a node as a list, when it is one, or a union of lists, that is short.
    private static func sparse(_ node: MatchNode) -> Postings? {
        switch node {
        case .postings(let list): return list
        case .or(let nodes) where node.bound <= 10_000:
            var lists: [Postings] = []
            for node in nodes { if case .postings(let list) = node { lists.append(list) } else { return nil } }
            return try? .merged(lists)
        default: return nil
        }
    }

    /// About how many passages match, from term frequencies alone.
    private func frequency(_ plan: Plan) throws(SearchIndexError) -> Int {
        switch plan {
        case .nothing: return 0
        case .term(let term, let scope):
            if let known = caches.frequencies.value(Self.key(of: term, scope), revision: snapshot.version) {
                return known.passages
            }
            var sum = 0
            for prefix in scopes(scope) { sum += try frequency(of: prefix + term) }
            return sum
        case .phrase(let terms, let scope):
            // A phrase is worked out by Xapian whatever the candidates are, so it goes first.
            var least = Int.max
            for term in terms { least = min(least, try frequency(.term(term, scope))) }
            return least / 8
        case .values(let field, let keys):
            guard let field = Field.named(field) else { return 0 }
            var sum = 0
            for key in keys {
                if let corrected = try corrected(field, key) {
                    sum += corrected.bound
                } else {
                    sum += try frequency(of: field.term(key: key))
                }
            }
            return sum
        case .article(let id): return try frequency(of: Term.article(id: id))
        case .and(let plans):
            var least = snapshot.passageCount
            for plan in plans { least = min(least, try frequency(plan)) }
            return least
        case .or(let plans):
            var sum = 0
            for plan in plans { sum += try frequency(plan) }
            return sum
        case .anyTerm(_, let terms, let scope) where terms.count <= Self.fewTerms:
            var sum = 0
            for term in terms { sum += try frequency(.term(term, scope)) }
            return sum
        case .all, .dates, .present, .not, .anyTerm, .near: return snapshot.passageCount
        }
    }

    /// How many passages hold a term.
    func frequency(of term: [UInt8]) throws(SearchIndexError) -> Int {
        // Looking it up in the database costs about ten times as much.
        if let known = caches.lists.postings(term, revision: snapshot.version) { return known.frequency }
        if let known = caches.counts.value(term, revision: snapshot.version) { return known.passages }
        let passages = try reader.frequency(of: term)
        caches.counts.keep(TermStatistics(passages: passages), for: term, revision: snapshot.version)
        return passages
    }

    /// Several terms are taken as one in each scope: a passage matches when it has any of them.
    private func terms(_ terms: [[UInt8]], _ scope: Plan.Scope, _ candidates: Postings?) throws(SearchIndexError)
        -> CompiledQuery
    {
        if ranking == .ineb2 {
            let found = try postings(of: terms, scope, candidates)
            return CompiledQuery(match: .disjunction([.postings(found.passages)]), scored: [scored(found, terms)])
        }
        var nodes: [MatchNode] = []
        var scored: [ScoredPostings] = []
        for prefix in scopes(scope) {
            var lists: [Postings] = []
            for term in terms {
                // The weight of several terms taken as one needs the frequency of their union: read them whole.
                let list = try list(prefix + term, terms.count == 1 || only != nil ? candidates : nil)
                if list.count > 0 { lists.append(list) }
            }
            guard !lists.isEmpty else { continue }
            let merged = try Postings.merged(lists, until: deadline)
            nodes.append(.postings(merged))
            scored.append(
                ScoredPostings(term: prefix + (terms.first ?? []), postings: merged, weight: weight(merged.frequency)))
        }
        return CompiledQuery(match: .disjunction(nodes), scored: scored)
    }

    private func phrase(_ terms: [[UInt8]], _ scope: Plan.Scope) throws(SearchIndexError) -> CompiledQuery {
        var lists: [Postings] = []
        var scored: [ScoredPostings] = []
        for prefix in scopes(scope) {
            let prefixed = terms.map { prefix + $0 }
            let found =
                if let only { try passages(withPhrase: prefixed, among: only) } else {
                    try passages(withPhrase: prefixed)
                }
            if found.count == 0 { continue }
            lists.append(found)
            if ranking == .bm25 { scored += try self.scored(prefixed, in: found) }
        }
        if lists.isEmpty { return CompiledQuery(match: .nothing) }
        if ranking == .ineb2 { scored = try self.scored(terms, scope, in: try .merged(lists, until: deadline)) }
        return CompiledQuery(match: .disjunction(lists.map(MatchNode.postings)), scored: scored)
    }

    /// The passages in which the terms stand side by side, from the cache or from Xapian's matcher.
    private func passages(withPhrase terms: [[UInt8]]) throws(SearchIndexError) -> Postings {
        // No term of the index begins with a zero byte.
        let key = [0] + terms.joined(separator: [0])
        if let known = caches.lists.postings(key, revision: snapshot.version) {
            note("cached", key, known.count)
            return known
        }
        let found = Postings.list(try reader.docids(withPhrase: terms))
        note("matcher", key, found.count)
        caches.lists.keep(found, for: key, revision: snapshot.version)
        return found
    }

    private func near(_ phrases: [[[UInt8]]], distance: Int) throws(SearchIndexError) -> CompiledQuery {
        let terms = phrases.flatMap { $0 }
        let all = try conjunction(terms.map { .term($0, .text) }, only, false).match
        var docids: [UInt32] = []
        for docid in try all.docids(through: snapshot.columns.lastDocid, until: deadline) {
            try deadline.check()
            var positions: [[[UInt32]]] = []
            for phrase in phrases {
                var ofPhrase: [[UInt32]] = []
                for term in phrase { ofPhrase.append(try reader.positions(of: term, in: docid)) }
                positions.append(ofPhrase)
            }
            if try Proximity.holds(positions, distance: distance, until: deadline) { docids.append(docid) }
        }
        let found = Postings.list(docids)
        let scored = ranking == .ineb2 ? try scored(terms, .text, in: found) : try scored(terms, in: found)
        return CompiledQuery(match: .postings(found), scored: scored)
    }

    /// The postings of `terms` in the passages of `found` only, each with its term's own weight.
    private func scored(_ terms: [[UInt8]], in found: Postings) throws(SearchIndexError)
        -> [ScoredPostings]
    {
        var scored: [ScoredPostings] = []
        for term in terms {
            let list = try list(term, found)
            scored.append(
                ScoredPostings(
                    term: term, postings: list.restricted(to: found), weight: weight(list.frequency)))
        }
        return scored
    }

    /// The weight that BM25 gives a term with this frequency.
    private func weight(_ frequency: Int) -> Double {
        BM25().termWeight(TermStatistics(passages: frequency), in: snapshot.size)
    }

    static let titlePrefix = Array((Field.title.prefix ?? "").utf8)

    func scopes(_ scope: Plan.Scope) -> [[UInt8]] {
        switch scope {
        case .anywhere: [[], Self.titlePrefix]
        case .text: [[]]
        case .title: [Self.titlePrefix]
        }
    }

    /// The postings of a term: all of them, or at least those among `candidates`.
    func list(_ term: [UInt8], _ candidates: Postings?) throws(SearchIndexError) -> Postings {
        if access != .skip, let known = caches.lists.postings(term, revision: snapshot.version) {
            note("cached", term, known.count)
            return known
        }
        if let candidates, access != .decode {
            let frequency = try frequency(of: term)
            if access == .skip || candidates.count * Self.skipCost < frequency {
                note("skip", term, candidates.count)
                return try reader.postings(of: term, at: candidates, frequency: frequency)
            }
        }
        let list = try reader.postings(of: term)
        note("decode", term, list.count)
        caches.lists.keep(list, for: term, revision: snapshot.version)
        return list
    }

    func note(_ how: String, _ term: [UInt8], _ count: Int) {
        accesses.append((how, term, count))
    }
}
