import Glibc

/// A search thread: its own database handle and its own analyzer.
actor Searcher {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let store: SnapshotStore
    private let caches: SearchCaches
    private let load: SearchLoad
    private var reader: IndexReader?
    private var context: SearchContext?

    init(path: String, store: SnapshotStore, caches: SearchCaches, load: SearchLoad) {
        self.path = path
        self.store = store
        self.caches = caches
        self.load = load
    }

    /// Runs `body` with a reader and the snapshot of the reader's revision. When commits overtake it, all of it runs
    /// again on the newest revision, so `body` must have no effects of its own.
    ///
    /// A read whose deadline passed while it waited for its turn, or that nobody waits for any more, is not begun.
    /// - Throws: what `body` throws; `.interrupted`.
    func read<R: Sendable>(
        until deadline: Deadline = .never,
        _ body: @Sendable (IndexReader, Snapshot, SearchContext) throws(SearchIndexError) -> R
    ) throws(SearchIndexError) -> R {
        try deadline.check()
        var (reader, context) = try opened()
        context.deadline = deadline
        reader.deadline = deadline
        load.enter()
        defer {
            load.leave()
            reader.deadline = .never
            _ = context.analyzer.takeNewWords()
        }
        var attempts = 0
        while true {
            attempts += 1
            do { return try body(reader, try currentSnapshot(reader), context) } catch
                where error.code == .overtaken && attempts < 100
            {
                continue
            }
        }
    }

    /// Closes the database handle, on the thread that used it.
    func close() { reader = nil }

    private func opened() throws(SearchIndexError) -> (IndexReader, SearchContext) {
        if let reader, let context { return (reader, context) }
        let opened = (
            try IndexReader(path: path),
            SearchContext(
                analyzer: try Analyzer(), caches: caches, workspace: Workspace(), assistant: ScanAssistant(),
                underway: load, deadline: .never)
        )
        (reader, context) = opened
        return opened
    }

    /// Moves the reader on to the newest revision and finds the snapshot that belongs to it. The writer publishes it
    /// a moment after the commit: wait for that.
    private func currentSnapshot(_ reader: IndexReader) throws(SearchIndexError) -> Snapshot {
        for _ in 0..<5_000 {
            let revision = try reader.reopen()
            if let snapshot = store.snapshot(revision: revision) { return snapshot }
            try reader.deadline.check()
            usleep(1_000)
        }
        throw SearchIndexError(.unavailable, "the index is being written by something else")
    }
}
