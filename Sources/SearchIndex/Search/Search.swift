import QueryLanguage

/// One search from query to result, on one thread, against one database handle and the snapshot of its revision.
struct Search {
    let query: SearchQuery
    let snapshot: Snapshot
    private let reader: IndexReader
    private let analyzer: Analyzer
    private let evaluator: Evaluator
    private let builder: PlanBuilder

    /// Fewer articles than this, and the words of an `auto` query need not all match.
    static let enoughArticles = 10

    init(_ query: SearchQuery, snapshot: Snapshot, reader: IndexReader, analyzer: Analyzer) {
        self.query = query
        self.snapshot = snapshot
        self.reader = reader
        self.analyzer = analyzer
        evaluator = Evaluator(reader: reader, snapshot: snapshot, weighting: BM25())
        builder = PlanBuilder(analyzer: analyzer, vocabulary: Vocabulary(reader: reader))
    }

    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`.
    func result() throws(SearchIndexError) -> SearchResult {
        let fingerprint = Cursor.fingerprint(of: identity)
        let offset = try Cursor.offset(after: query.after, revision: snapshot.revision, fingerprint: fingerprint)
        let (selection, plan, matched, relaxed) = try match()
        let matches = selection.filtered(matched.matches)
        var walk = MatchWalk(snapshot: snapshot, grouping: query.grouping, sort: query.sort)
        walk.run(matches, scored: matched.scored, keep: offset + query.limit)
        let page = walk.ranked.dropFirst(offset)
        let end = offset + page.count
        let next = Cursor(revision: snapshot.revision, offset: end, fingerprint: fingerprint)
        return SearchResult(
            stamp: stamp, parsed: plan.description,
            totals: walk.totals, relaxed: relaxed, hits: try hits(page, plan: plan),
            facets: try facets(selection, unfiltered: matched.matches, matches: matches),
            next: page.isEmpty || end >= walk.groups ? nil : next.description)
    }

    /// Which state of the index this search reads.
    var stamp: IndexStamp { IndexStamp(uuid: reader.uuid, revision: snapshot.revision) }

    /// Filters and matches of the query as it stands: plain words must all match unless `any` was asked for.
    func strictMatch() throws(SearchIndexError) -> (Selection, Plan, Evaluated) {
        let selection = try Selection(query: query, builder: builder, evaluator: evaluator, snapshot: snapshot)
        let plan = try builder.plan(query.matching == .any ? query.query.relaxed ?? query.query : query.query)
        return (selection, plan, try evaluator.evaluate(plan))
    }

    /// Everything that decides which hits there are and in which order.
    var identity: [String] {
        [
            query.query.description, "\(query.filters)", "\(query.exclusions)", "\(String(describing: query.dates))",
            query.grouping.rawValue, query.sort.rawValue, query.matching.rawValue,
        ]
    }

    /// Runs the query; where `auto` allows it and too few articles have all plain words, once more with any of them.
    private func match() throws(SearchIndexError) -> (Selection, Plan, Evaluated, relaxed: Bool) {
        let (selection, plan, matched) = try strictMatch()
        guard query.matching == .auto, let relaxed = query.query.relaxed else {
            return (selection, plan, matched, false)
        }
        let matches = selection.filtered(matched.matches)
        if ArticleCount.distinct(matches, in: snapshot.columns) >= Self.enoughArticles {
            return (selection, plan, matched, false)
        }
        let loosePlan = try builder.plan(relaxed)
        let loose = try evaluator.evaluate(loosePlan)
        // Saying "relaxed" when nothing was gained would only worry the reader.
        let gained = selection.filtered(loose.matches).count > matches.count
        return gained ? (selection, loosePlan, loose, true) : (selection, plan, matched, false)
    }

    private func hits(_ page: ArraySlice<Ranked>, plan: Plan) throws(SearchIndexError) -> [SearchHit] {
        let highlighter = Highlighter(plan: plan, analyzer: analyzer)
        var hits: [SearchHit] = []
        for ranked in page {
            let passage = PassageView(try reader.passage(ranked.docid))
            guard let id = PassageID(passage.id), let article = try reader.article(id: id.article) else {
                throw .corrupt("passage \(ranked.docid) belongs to no article")
            }
            hits.append(
                SearchHit(
                    id: passage.id, score: ranked.score, passage: passage, article: ArticleView(article),
                    highlights: try highlighter.ranges(in: passage.text), foldedPassages: ranked.passages - 1,
                    foldedArticles: 0))
        }
        return hits
    }
}
