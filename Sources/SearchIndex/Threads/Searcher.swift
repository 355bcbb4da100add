import Glibc
import TextAnalysis

/// A search thread: its own database handle and its own analyzer.
actor Searcher {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let generation: Generation
    private let store: SnapshotStore
    private let variants: SpellingVariants
    private let caches: SearchCaches
    private let load: SearchLoad
    private lazy var newest = NewestReader(path: path, generation: generation)
    private var context: SearchContext?

    init(
        path: String, generation: Generation, store: SnapshotStore, variants: SpellingVariants, caches: SearchCaches,
        load: SearchLoad
    ) {
        self.path = path
        self.generation = generation
        self.store = store
        self.variants = variants
        self.caches = caches
        self.load = load
    }

    /// Runs `body` with a reader and the snapshot of the reader's revision. When commits overtake it, or it fails while a
    /// load puts another database in place, all of it runs again on the newest revision, so `body` must have no effects
    /// of its own.
    ///
    /// A read whose deadline passed while it waited for its turn, or that nobody waits for any more, is not begun.
    /// - Throws: what `body` throws; `.busy`, `.interrupted`.
    func read<R: Sendable>(
        until deadline: Deadline = .never,
        _ body: @Sendable (IndexReader, Snapshot, SearchContext) throws(SearchIndexError) -> R
    ) throws(SearchIndexError) -> R {
        if deadline.isLate {
            throw SearchIndexError(
                .busy, "the time of the search was over before its turn came", hint: "try again, or send fewer at once")
        }
        try deadline.check()
        var context = try self.opened()
        context.deadline = deadline
        load.enter()
        defer {
            load.leave()
            _ = context.analyzer.takeNewWords()
        }
        var attempts = 0
        while true {
            attempts += 1
            do {
                let (reader, snapshot) = try current(until: deadline)
                reader.deadline = deadline
                defer { reader.deadline = .never }
                return try body(reader, snapshot, context)
            } catch  where mayPass(error) && attempts < 100 { continue }
        }
    }

    /// Closes the database handle, on the thread that used it.
    func close() { newest.close() }

    /// Closes the database handle when it is of a folder that a load has replaced, so that the disk gets its room back.
    func letGoOfReplaced() { if newest.isOutdated { newest.close() } }

    private func opened() throws(SearchIndexError) -> SearchContext {
        if let context { return context }
        let analyzer = try Analyzer(variants: variants)
        let opened = SearchContext(
            analyzer: analyzer, stopWords: try StopWords.terms(analyzer), caches: caches, workspace: Workspace(),
            assistant: ScanAssistant(),
            underway: load, deadline: .never)
        context = opened
        return opened
    }

    /// Whether an error may be gone at the next attempt, for the index has moved on.
    private func mayPass(_ error: SearchIndexError) -> Bool {
        error.code == .overtaken || (error.code != .interrupted && newest.isOutdated)
    }

    /// Moves the reader on to the newest revision and finds the snapshot that belongs to it. The writer publishes it
    /// a moment after the commit: wait for that.
    private func current(until deadline: Deadline) throws(SearchIndexError) -> (IndexReader, Snapshot) {
        for _ in 0..<5_000 {
            let (reader, revision) = try newest.current()
            if let snapshot = store.snapshot(revision: revision) { return (reader, snapshot) }
            try deadline.check()
            usleep(1_000)
        }
        throw SearchIndexError(.unavailable, "the index is being written by something else")
    }
}
