import Glibc

/// A search thread: its own database handle and its own analyzer.
actor Searcher {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let store: SnapshotStore
    private var reader: IndexReader?
    private var analyzer: Analyzer?

    init(path: String, store: SnapshotStore) {
        self.path = path
        self.store = store
    }

    /// Runs `body` with a reader and the snapshot of the reader's revision. When commits overtake it, all of it runs
    /// again on the newest revision, so `body` must have no effects of its own.
    func read<R: Sendable>(
        _ body: @Sendable (IndexReader, Snapshot, Analyzer) throws(SearchIndexError) -> R
    ) throws(SearchIndexError) -> R {
        let (reader, analyzer) = try opened()
        var attempts = 0
        while true {
            attempts += 1
            do {
                let snapshot = try currentSnapshot(reader)
                defer { _ = analyzer.takeNewWords() }
                return try body(reader, snapshot, analyzer)
            } catch  where error.code == .overtaken && attempts < 100 { continue }
        }
    }

    /// Closes the database handle, on the thread that used it.
    func close() { reader = nil }

    private func opened() throws(SearchIndexError) -> (IndexReader, Analyzer) {
        if let reader, let analyzer { return (reader, analyzer) }
        let opened = (try IndexReader(path: path), try Analyzer())
        (reader, analyzer) = opened
        return opened
    }

    /// Moves the reader on to the newest revision and finds the snapshot that belongs to it. The writer publishes it
    /// a moment after the commit: wait for that.
    private func currentSnapshot(_ reader: IndexReader) throws(SearchIndexError) -> Snapshot {
        for _ in 0..<5_000 {
            let revision = try reader.reopen()
            if let snapshot = store.snapshot(revision: revision) { return snapshot }
            usleep(1_000)
        }
        throw SearchIndexError(.unavailable, "the index is being written by something else")
    }
}
