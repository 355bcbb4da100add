import QueryLanguage

/// One search from query to result, on one thread, against one reader and the snapshot of its revision.
struct Search {
    let query: SearchQuery
    /// The query without its stop words.
    private let sought: Query
    let snapshot: Snapshot
    let context: SearchContext
    let reader: IndexReader
    let compiler: PlanCompiler
    let builder: PlanBuilder

    /// Fewer articles than this, and the words of an `auto` query need not all match.
    static let enoughArticles = 10

    /// - Parameter only: passages outside which nothing matters; nil for a search of all.
    init(
        _ query: SearchQuery, snapshot: Snapshot, reader: IndexReader, context: SearchContext, only: Postings? = nil
    ) {
        self.query = query
        sought = Self.withoutStopWords(query.query, in: snapshot)
        self.snapshot = snapshot
        self.reader = reader
        self.context = context
        compiler = PlanCompiler(
            reader: reader, snapshot: snapshot, ranking: query.ranking, caches: context.caches, access: query.access,
            deadline: context.deadline, only: only)
        builder = PlanBuilder(
            analyzer: context.analyzer,
            vocabulary: Vocabulary(
                reader: reader, analyzer: context.analyzer, tables: context.caches.words, snapshot: snapshot,
                expansion: query.expansion))
    }

    /// The query without its stop words, which are words of English: `son` or `on` may be all that a query in another
    /// language is about.
    static func withoutStopWords(_ query: Query, in snapshot: Snapshot) -> Query {
        snapshot.languages.hasEnglish ? query.withoutStopWords(StopWords.contains) : query
    }

    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`.
    func result() throws(SearchIndexError) -> SearchResult {
        do { return try completeResult() } catch  where error.code == .interrupted {
            return .stopped(
                stamp, explanation: query.explains ? compiler.explanation + ["stopped at the deadline"] : nil)
        }
    }

    private func completeResult() throws(SearchIndexError) -> SearchResult {
        let fingerprint = Cursor.fingerprint(of: identity)
        let start = try Cursor.start(after: query.after, revision: snapshot.version, fingerprint: fingerprint)
        let facets = try FacetPlan(query.facets)
        var matched = try strictMatch(counted: facets.fields)
        var request = request(matched, facets, after: start.position)
        var takesFeedback = query.matching == .any && takesFeedback(request)
        var found = scan(takesFeedback ? firstRanking(request) : request)
        let strict = found.totals.articles
        var isRelaxed = false
        if found.isComplete, found.totals.articles < Self.enoughArticles,
            let loose = try loosened(matched, counted: facets.fields)
        {
            let looseRequest = self.request(loose, facets, after: start.position)
            let looseFeedback = self.takesFeedback(looseRequest)
            let more = scan(looseFeedback ? firstRanking(looseRequest) : looseRequest)
            // Saying "relaxed" when nothing was gained would only worry the reader.
            if more.totals.passages > found.totals.passages {
                (matched, request, found, isRelaxed) = (loose, looseRequest, more, true)
                takesFeedback = looseFeedback
            }
        }
        if takesFeedback {
            let terms = try feedback(of: found.ranked, matched.plan)
            request.scored += terms
            found = Reranking(request: request, terms: terms, snapshot: snapshot, context: context).reranked(found)
        }
        let tallies = self.tallies(facets, request.facets, found, matched.selection)

        let groups = found.totals.groups(query.grouping)
        var hits = try readHits(found.ranked, plan: matched.plan)
        if query.givesScoreParts { addScoreParts(&hits, found.ranked, request) }
        let counted = facetResults(tallies)
        // Last, for the rest is as it is when there is no time for it.
        var suggestion: String?
        if found.isComplete, strict < Self.enoughArticles, start.position == nil {
            suggestion = try self.suggestion(strict: strict, found: found.totals.articles, within: matched.selection)
        }
        let end = start.offset + hits.count
        let next = hits.last.map { _ in
            Cursor(
                revision: snapshot.version, offset: end, position: Cursor.Position(found.ranked[hits.count - 1]),
                fingerprint: fingerprint)
        }
        return SearchResult(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals,
            isExact: isExact(found, tallies) && counted.isComplete && hits.count == found.ranked.count
                && hits.allSatisfy { $0.copies != nil },
            relaxed: isRelaxed, hits: hits, facets: counted.facets, terms: matched.terms, suggestion: suggestion,
            next: end >= groups ? nil : next?.description,
            explanation: query.explains ? explanation(matched, request) : nil)
    }

    /// Which state of the index this search reads.
    var stamp: IndexStamp {
        IndexStamp(uuid: reader.uuid, revision: snapshot.revision, corrections: snapshot.version.corrections)
    }

    /// Everything that decides which hits there are and in which order.
    var identity: [String] {
        [
            query.query.description, "\(query.filters)", "\(query.requirements)", "\(query.exclusions)",
            "\(String(describing: query.dates))", query.grouping.rawValue, query.sort.rawValue, query.matching.rawValue,
            query.ranking.rawValue, "\(query.feedback)", "\(String(describing: query.likeness))",
        ]
    }

    /// The query as it stands, compiled with its filters: plain words must all match unless `any` was asked for.
    /// - Parameter counted: fields whose facets are asked for.
    func strictMatch(counted: Set<String>) throws(SearchIndexError) -> MatchedQuery {
        if let likeness = query.likeness { return try match(likeness, counted: counted) }
        let selection = try Selection(query: query, builder: builder, compiler: compiler)
        let relaxed = query.matching == .any ? sought.relaxed : nil
        let plan = if let relaxed { try builder.relaxedPlan(relaxed) } else { try builder.plan(sought) }
        let compiled = try compiler.compile(plan, within: selection.candidates(counted: counted))
        return MatchedQuery(plan: plan, compiled: compiled, selection: selection)
    }

    /// What a page of hits and its facets need of the matches.
    private func request(
        _ matched: MatchedQuery, _ facets: FacetPlan, after position: Cursor.Position?
    ) -> ScanRequest {
        var request = ScanRequest(match: matched.filtered())
        request.scored = matched.compiled.scored
        request.grouping = query.grouping
        request.sort = query.sort
        request.keep = query.limit
        request.after = position
        request.facets = facets.scans(matched)
        return request
    }

    /// The same filters, with any of the query's plain words instead of all; nil where that makes no difference.
    private func loosened(_ strict: MatchedQuery, counted: Set<String>) throws(SearchIndexError) -> MatchedQuery? {
        guard query.matching == .auto, query.likeness == nil, let relaxed = sought.relaxed else { return nil }
        var loose = strict
        loose.plan = try builder.relaxedPlan(relaxed)
        loose.compiled = try compiler.compile(loose.plan, within: strict.selection.candidates(counted: counted))
        return loose
    }

    /// The page's hits, read a few at a time: those that were read when the deadline passes, and the first few in any
    /// case, unless nobody waits for them.
    private func readHits(_ page: [Ranked], plan: Plan) throws(SearchIndexError) -> [SearchHit] {
        let few = 16
        var read: [SearchHit] = []
        var rest = page[...]
        while !rest.isEmpty, !context.deadline.isCancelled, read.isEmpty || !context.deadline.hasPassed {
            read += try hits(rest.prefix(few), plan: plan)
            rest = rest.dropFirst(few)
        }
        return read
    }

    func hits(_ page: ArraySlice<Ranked>, plan: Plan) throws(SearchIndexError) -> [SearchHit] {
        let highlighter = Highlighter(plan: plan, analyzer: context.analyzer)
        var hits: [SearchHit] = []
        for ranked in page {
            let stored = try stored(ranked.docid)
            hits.append(
                SearchHit(
                    id: stored.passage.id, score: ranked.score, passage: stored.passage, article: stored.article,
                    highlights: try highlighter.ranges(in: stored.passage.text, stored.article.stemming),
                    foldedPassages: Int(ranked.passages) - 1, foldedArticles: Int(ranked.articles) - 1,
                    copies: stored.copies))
        }
        return hits
    }

    /// A passage and its article, from the cache or from the database.
    func stored(_ docid: UInt32) throws(SearchIndexError) -> StoredPassage {
        if let known = context.caches.passages.value(docid, revision: snapshot.version) { return known }
        let record = try reader.passage(docid)
        guard let article = try reader.article(id: record.articleID) else {
            throw .corrupt("passage \(docid) belongs to no article")
        }
        let stored = StoredPassage(
            passage: PassageView(record, docid, snapshot), article: ArticleView(article), copies: try copies(of: record)
        )
        // The next search may have the time that this one had not.
        if stored.copies != nil { context.caches.passages.keep(stored, for: docid, revision: snapshot.version) }
        return stored
    }

    /// How the query ran: its plan, how each posting list was read, and how broad the scan was.
    private func explanation(_ matched: MatchedQuery, _ request: ScanRequest) -> [String] {
        var steps = ["plan \(matched.plan)"] + compiler.explanation + ["scan at most \(request.match.bound)"]
        if !request.facets.isEmpty, let complement = complement(of: request.match) {
            steps.append("facets by complement, \(complement.touched.count) passages twice")
        }
        return steps
    }
}
