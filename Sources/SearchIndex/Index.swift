package import Logging
import Synchronization
import TextAnalysis
import XapianKit

/// An index of news articles: what the daemon serves. All methods may be called from any task.
///
/// One thread writes; a few search; a few analyse what comes in. See `docs/ARCHITECTURE.md`.
package final class Index: Sendable {
    /// Where an index is and what it needs.
    package struct Configuration: Sendable {
        /// The folder of the database; made when absent.
        package var path: String
        /// The folder of the mapped columns, `columns` beside the database; made when absent.
        package var columns: String
        /// The folder of what loads make and leave no more of, `load` beside the database; removed at opening.
        package var scratch: String
        /// The file of the corrections of names, `corrections.tsv` beside the database; made with the first correction.
        package var corrections: String
        /// The file of the standing queries, `queries.tsv` beside the database; made with the first one.
        package var standing: String
        package var load = LoadLimits()
        /// The folder with the gazetteers' TSV files.
        package var gazetteers: String
        /// The file of the tagger's model; nil recognizes names by gazetteers and rules alone.
        package var model: String?
        /// The file of the spelling variants that a new index is made with; nil for none.
        package var spelling: String?
        /// The folder of the user's own gazetteers, `gazetteers` beside the database; made when there is one.
        package var userGazetteers: String
        /// A program of the user's own that finds names as well; each analysis thread runs a copy.
        package var recognizer: RecognizerCommand?
        /// How many threads search, and how many analyse.
        package var threads = 2
        /// Bytes of decoded posting lists to keep.
        package var postingCacheBytes = 128 << 20
        /// Bytes of stored passages to keep.
        package var passageCacheBytes = 32 << 20
        /// Told of each commit, on the writer's thread; it must be quick.
        package var whenCommitted: @Sendable (CommitRecord) -> Void = { _ in }
        /// How many requests that write may be under way or waiting.
        package var writesWaiting = 64
        /// Below so many passages the counts of `completions` are exact; above, of a little before.
        package var exactCompletions = 20_000

        package init(path: String, gazetteers: String, model: String?, spelling: String? = nil) {
            self.path = path
            columns = path + "/../columns"
            scratch = path + "/../load"
            userGazetteers = path + "/../gazetteers"
            corrections = path + "/../corrections.tsv"
            standing = path + "/../queries.tsv"
            self.gazetteers = gazetteers
            self.model = model
            self.spelling = spelling
        }
    }

    package let path: String
    private let uuid: String
    let store: SnapshotStore
    let writer: IndexWriter
    private let caches: SearchCaches
    let searchers: ActorPool<Searcher>
    let preparers: ActorPool<Preparer>
    let userGazetteers: UserGazetteers
    package let standing: StandingQueries
    let scratch: String
    let limits: LoadLimits
    let bulkTrust: BulkTrust
    private let writePlaces: WritePlaces
    let backupPlaces = WritePlaces(1, refusal: "a backup is being made already")
    /// The folder of the user's own gazetteers.
    let gazetteers: String

    /// Opens an index, or makes a new one.
    /// - Throws: `locked`, `wrongSchema`, `corrupt`, `storage`, `badCorrection`; `unavailable` when the gazetteers, the
    ///   tagger's model or the spelling variants cannot be read.
    package init(_ configuration: Configuration, logger: Logger) async throws(SearchIndexError) {
        async let tables = Self.gazetteers(configuration, logger)
        let spelling = try SpellingTable(path: configuration.spelling)
        standing = try StandingQueries(path: configuration.standing)
        let path = configuration.path
        (scratch, limits) = (configuration.scratch, configuration.load)
        bulkTrust = BulkTrust(logger: logger)
        writePlaces = WritePlaces(
            configuration.writesWaiting,
            refusal: "\(configuration.writesWaiting) requests that write are waiting already")
        gazetteers = configuration.userGazetteers
        writer = IndexWriter(
            path: path, columns: configuration.columns, scratch: configuration.scratch,
            corrections: configuration.corrections, spelling: spelling.text, limits: configuration.load,
            whenCommitted: configuration.whenCommitted, logger: logger)
        let (store, numbering, kept) = try await writer.open()
        let generation = writer.generation
        switch await tables {
        case .success(let loaded): userGazetteers = loaded
        case .failure(let error):
            await writer.close()
            throw error
        }
        let variants: SpellingVariants
        do throws(SearchIndexError) {
            variants = try spelling.variants(ofIndexWith: kept, logger)
        } catch {
            await writer.close()
            throw error
        }
        let analysis = userGazetteers.store
        self.store = store
        self.path = path
        let caches = SearchCaches(
            postingBytes: configuration.postingCacheBytes, passageBytes: configuration.passageCacheBytes,
            fewPassages: configuration.exactCompletions)
        let load = SearchLoad()
        self.caches = caches
        searchers = ActorPool(
            (1...configuration.threads).map { _ in
                Searcher(
                    path: path, generation: generation, store: store, variants: variants, caches: caches, load: load)
            })
        preparers = ActorPool(
            (1...configuration.threads).map { _ in
                Preparer(
                    path: path, generation: generation, analysis: analysis, variants: variants,
                    command: configuration.recognizer, numbering: numbering,
                    limits: configuration.load, logger: logger)
            })
        uuid = try await searchers.with { searcher throws(SearchIndexError) in
            try await searcher.read { reader, _, _ throws(SearchIndexError) in reader.uuid }
        }
    }

    /// What a search would see now.
    var snapshot: Snapshot { store.newest }
    var columns: Columns { snapshot.columns }

    /// Which state of the index a search would see now.
    package var stamp: IndexStamp { IndexStamp(uuid: uuid, revision: store.newest.revision) }

    /// Runs a search. It stops when its time limit is over, when `cancellation` is raised and when the calling task is
    /// cancelled, and says then that it is not exact; so do counts and facets.
    /// - Throws: `badQuery`, `staleCursor`, `storage`.
    package func search(_ query: SearchQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> SearchResult
    {
        try await answer(query, unless: cancellation, stopped: .stopped(stamp)) { search throws(SearchIndexError) in
            try search.result()
        }
    }

    /// Counts a query's matches.
    /// - Throws: `badQuery`, `storage`.
    package func count(_ query: SearchQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> CountResult
    {
        try await answer(query, unless: cancellation, stopped: .stopped(stamp)) { search throws(SearchIndexError) in
            try search.count()
        }
    }

    /// Counts one facet field's values, a page at a time.
    /// - Throws: `badQuery`, `staleCursor`, `storage`.
    package func facet(_ query: FacetQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> FacetPage
    {
        try await answer(query.search, unless: cancellation, stopped: .stopped(stamp, facet: query.facetName)) {
            search throws(SearchIndexError) in try search.facetPage(query)
        }
    }

    /// Lists the names of the whole index, a page at a time.
    /// - Throws: `badQuery`, `staleCursor`, `storage`.
    package func entities(_ query: EntityQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> EntityPage
    {
        var all = SearchQuery()
        all.timeLimit = query.timeLimit
        return try await answer(all, unless: cancellation, stopped: .stopped(stamp)) {
            search throws(SearchIndexError) in try search.entities(query)
        }
    }

    /// Completes the last word of what somebody types.
    /// - Throws: `storage`.
    package func completions(_ query: CompletionQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> CompletionList
    {
        var all = SearchQuery()
        all.timeLimit = query.timeLimit
        return try await answer(all, unless: cancellation, stopped: .stopped(stamp)) {
            search throws(SearchIndexError) in try search.completions(query)
        }
    }

    /// Lists the stories that have several articles, a page at a time.
    /// - Throws: `badQuery`, `staleCursor`, `storage`.
    package func stories(_ query: StoryQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> StoryPage
    {
        var all = SearchQuery()
        all.timeLimit = query.timeLimit
        return try await answer(all, unless: cancellation, stopped: .stopped(stamp)) {
            search throws(SearchIndexError) in try search.stories(query)
        }
    }

    /// An article with its text and passages, or nil.
    package func article(id: String) async throws(SearchIndexError) -> (ArticleView, [PassageView], IndexStamp)? {
        try await read { reader, snapshot, _ throws(SearchIndexError) in
            guard let record = try reader.article(id: id) else { return nil }
            var passages: [PassageView] = []
            for docid in record.docids {
                passages.append(PassageView(try reader.passage(docid), docid, snapshot))
            }
            return (ArticleView(record), passages, IndexStamp(uuid: reader.uuid, revision: snapshot.revision))
        }
    }

    /// One passage and its article, or nil.
    package func passage(_ id: PassageID) async throws(SearchIndexError) -> (PassageView, ArticleView, IndexStamp)? {
        try await read { reader, snapshot, _ throws(SearchIndexError) in
            guard let record = try reader.article(id: id.article), record.passages.count >= id.number else {
                return nil
            }
            let docid = record.firstDocid + UInt32(id.number - 1)
            return (
                PassageView(try reader.passage(docid), docid, snapshot), ArticleView(record),
                IndexStamp(uuid: reader.uuid, revision: snapshot.revision)
            )
        }
    }

    /// The right to bring articles in, to be held until that is done. Deletions and corrections take theirs themselves.
    /// - Throws: `busy` when as many requests that write are under way or waiting as may.
    package func writePlace() throws(SearchIndexError) -> WritePlace { try writePlaces.take() }

    /// The right to be the only one who writes.
    /// - Throws: `busy` when others do not come to an end soon.
    func alone() async throws(SearchIndexError) -> WriteLock { try await writePlaces.takeAll(within: .seconds(10)) }

    /// Deletes articles. Returns for each id whether there was one; all that there were are off the disk by then.
    /// - Throws: `busy`, `storage`, and nothing is deleted.
    package func delete(ids: [String]) async throws(SearchIndexError) -> [Bool] {
        let place = try writePlace()
        defer { withExtendedLifetime(place) {} }
        return try await writer.commit(ids.map(Change.delete)).map { $0 == .deleted(existed: true) }
    }

    /// What the index holds now.
    package func status() -> IndexStatus {
        let snapshot = store.newest
        return IndexStatus(
            stamp: stamp, articles: snapshot.articleCount, passages: snapshot.passageCount,
            columnBytes: snapshot.columns.byteCount + snapshot.values.reduce(0) { $0 + $1.byteCount }
                + (snapshot.names?.replacedBytes ?? 0),
            columnOrigin: snapshot.origin, caches: caches.statistics, corrections: snapshot.corrections.entries.count,
            readers: searchers.members.count)
    }

    /// Commits what waits, closes all database handles and ends what was started. Nothing may be called afterwards.
    package func close() async {
        for preparer in preparers.members { await preparer.close() }
        await writer.close()
        for searcher in searchers.members { await searcher.close() }
    }

    /// The linked Xapian's version.
    package static var xapianVersion: String { XapianLibrary.version }

    /// Reads the gazetteers; at the same time as the database is opened.
    @concurrent private static func gazetteers(_ configuration: Configuration, _ logger: Logger) async
        -> Result<UserGazetteers, SearchIndexError>
    {
        Result { () throws(SearchIndexError) in
            try UserGazetteers(
                project: configuration.gazetteers, model: configuration.model, folder: configuration.userGazetteers,
                edition: EditionFile(folder: configuration.path + "/.."),
                extras: configuration.recognizer.map { $0.words.joined(separator: "\u{0}") } ?? "", logger: logger)
        }
    }

    /// Runs `body` with a search on a search thread, and gives `stopped` when the deadline came before its result.
    func answer<R: Sendable>(
        _ query: SearchQuery, unless cancellation: Cancellation, stopped: @autoclosure () -> R,
        _ body: @escaping @Sendable (Search) throws(SearchIndexError) -> R
    ) async throws(SearchIndexError) -> R {
        let log = store.revisions
        do {
            return try await read(query, unless: cancellation) {
                reader, snapshot, context throws(SearchIndexError) in
                try query.state?.check(snapshot, uuid: reader.uuid, log)
                return try body(Search(query, snapshot: snapshot, reader: reader, context: context))
            }
        } catch  where error.code == .interrupted { return stopped() }
    }

    /// Runs `body` on a search thread. It must look at its context's deadline, which passes after the query's time
    /// limit, and when `cancellation` is raised, as it is when the calling task is cancelled.
    func read<R: Sendable>(
        _ query: SearchQuery? = nil, unless cancellation: Cancellation = Cancellation(),
        _ body: @escaping @Sendable (IndexReader, Snapshot, SearchContext) throws(SearchIndexError) -> R
    ) async throws(SearchIndexError) -> R {
        let deadline = Deadline(
            instant: query?.timeLimit.map { .now + $0 }, cancellation: cancellation, looks: query?.looks)
        let searchers = searchers
        let result: Result<R, SearchIndexError> = await withTaskCancellationHandler {
            do throws(SearchIndexError) {
                return .success(
                    try await searchers.with { searcher throws(SearchIndexError) in
                        try await searcher.read(until: deadline, body)
                    })
            } catch { return .failure(error) }
        } onCancel: {
            cancellation.cancel()
        }
        return try result.get()
    }
}
