import QueryLanguage

/// One search from query to result, on one thread, against one reader and the snapshot of its revision.
struct Search {
    let query: SearchQuery
    let snapshot: Snapshot
    let context: SearchContext
    private let reader: IndexReader
    private let compiler: PlanCompiler
    private let builder: PlanBuilder

    /// Fewer articles than this, and the words of an `auto` query need not all match.
    static let enoughArticles = 10
    /// A query that may match this many passages is scanned by two threads when the other is idle.
    static let broad = 1 << 17

    init(_ query: SearchQuery, snapshot: Snapshot, reader: IndexReader, context: SearchContext) {
        self.query = query
        self.snapshot = snapshot
        self.reader = reader
        self.context = context
        compiler = PlanCompiler(
            reader: reader, snapshot: snapshot, weighting: BM25(), cache: context.cache, access: query.access,
            deadline: context.deadline)
        builder = PlanBuilder(analyzer: context.analyzer, vocabulary: Vocabulary(reader: reader))
    }

    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `storage`, `overtaken`.
    func result() throws(SearchIndexError) -> SearchResult {
        do { return try completeResult() } catch  where error.code == .interrupted {
            return .stopped(
                stamp, explanation: query.explains ? compiler.accesses + ["stopped at the deadline"] : nil)
        }
    }

    private func completeResult() throws(SearchIndexError) -> SearchResult {
        let fingerprint = Cursor.fingerprint(of: identity)
        let offset = try Cursor.offset(after: query.after, revision: snapshot.revision, fingerprint: fingerprint)
        let facets = try FacetPlan(query.facets)
        let (matched, relaxed) = try match(counted: facets.fields)
        var request = ScanRequest(match: matched.filtered())
        request.scored = matched.compiled.scored
        request.grouping = query.grouping
        request.sort = query.sort
        request.keep = offset + query.limit
        request.facets = facets.scans(matched)
        let found = scan(request)
        let tallies = self.tallies(facets, request.facets, found, matched.selection)

        let groups = query.grouping == .passage ? found.totals.passages : found.totals.articles
        let page = found.ranked.dropFirst(offset)
        let hits = try readHits(page, plan: matched.plan)
        let counted = facetResults(tallies)
        let end = offset + hits.count
        let next = Cursor(revision: snapshot.revision, offset: end, fingerprint: fingerprint)
        return SearchResult(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals,
            isExact: isExact(found, tallies) && counted.isComplete && hits.count == page.count, relaxed: relaxed,
            hits: hits, facets: counted.facets,
            next: hits.isEmpty || end >= groups ? nil : next.description,
            explanation: query.explains ? explanation(matched, request) : nil)
    }

    /// Which state of the index this search reads.
    var stamp: IndexStamp { IndexStamp(uuid: reader.uuid, revision: snapshot.revision) }

    /// Everything that decides which hits there are and in which order.
    var identity: [String] {
        [
            query.query.description, "\(query.filters)", "\(query.requirements)", "\(query.exclusions)",
            "\(String(describing: query.dates))", query.grouping.rawValue, query.sort.rawValue, query.matching.rawValue,
        ]
    }

    /// The query as it stands, compiled with its filters: plain words must all match unless `any` was asked for.
    /// - Parameter counted: fields whose facets are asked for.
    func strictMatch(counted: Set<String>) throws(SearchIndexError) -> MatchedQuery {
        let selection = try Selection(query: query, builder: builder, compiler: compiler)
        let plan = try builder.plan(query.matching == .any ? query.query.relaxed ?? query.query : query.query)
        let compiled = try compiler.compile(plan, within: selection.candidates(counted: counted))
        return MatchedQuery(plan: plan, compiled: compiled, selection: selection)
    }

    /// Scans all passages, on two threads where it pays.
    func scan(_ request: ScanRequest) -> ScanResult {
        let deadline = context.deadline
        let needsNorms = request.keep > 0 && !request.scored.isEmpty
        let norms: DoubleColumn?
        do {
            norms = needsNorms ? try snapshot.derived.norms(BM25(), snapshot, until: deadline) : nil
        } catch { return .nothing(of: request) }
        let scan = WindowScan(
            request: request, snapshot: snapshot, weighting: BM25(), norms: norms, deadline: deadline)
        let all = 1..<snapshot.columns.lastDocid + 1
        let splits = query.split ?? (request.match.bound >= Self.broad && context.isAlone())
        guard splits else { return scan.run(all, context.workspace) }
        let middle = articleStart(from: all.upperBound / 2)
        let (lower, upper) = context.assistant.both(
            { scan.run(all.lowerBound..<middle, context.workspace) },
            { workspace in scan.run(middle..<all.upperBound, workspace) })
        return .merged(lower, upper, keep: request.keep, until: deadline)
    }

    /// The first docid at or above `docid` that begins another article than the one before it.
    private func articleStart(from docid: UInt32) -> UInt32 {
        snapshot.columns.article.withElements { articles in
            var start = Int(max(docid, 1))
            while start < articles.count, articles[start] == articles[start - 1] { start += 1 }
            return UInt32(start)
        }
    }

    /// Compiles the query; where `auto` allows it and too few articles have all plain words, once more with any of them.
    private func match(counted: Set<String>) throws(SearchIndexError) -> (MatchedQuery, relaxed: Bool) {
        let strict = try strictMatch(counted: counted)
        guard query.matching == .auto, let relaxed = query.query.relaxed else { return (strict, false) }
        let found = scan(ScanRequest(match: strict.filtered())).totals
        if found.articles >= Self.enoughArticles { return (strict, false) }
        let plan = try builder.plan(relaxed)
        var loose = strict
        loose.plan = plan
        loose.compiled = try compiler.compile(plan, within: strict.selection.candidates(counted: counted))
        // Saying "relaxed" when nothing was gained would only worry the reader.
        let gained = scan(ScanRequest(match: loose.filtered())).totals.passages > found.passages
        return gained ? (loose, true) : (strict, false)
    }

    /// The page's hits, read a few at a time: those that were read when the deadline passes, and the first few in any
    /// case, unless nobody waits for them.
    private func readHits(_ page: ArraySlice<Ranked>, plan: Plan) throws(SearchIndexError) -> [SearchHit] {
        let few = 16
        var read: [SearchHit] = []
        var rest = page
        while !rest.isEmpty, !context.deadline.isCancelled, read.isEmpty || !context.deadline.hasPassed {
            read += try hits(rest.prefix(few), plan: plan)
            rest = rest.dropFirst(few)
        }
        return read
    }

    private func hits(_ page: ArraySlice<Ranked>, plan: Plan) throws(SearchIndexError) -> [SearchHit] {
        let highlighter = Highlighter(plan: plan, analyzer: context.analyzer)
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

    /// How the query ran: its plan, how each posting list was read, and how broad the scan was.
    private func explanation(_ matched: MatchedQuery, _ request: ScanRequest) -> [String] {
        ["plan \(matched.plan)"] + compiler.accesses + ["scan at most \(request.match.bound)"]
    }
}
