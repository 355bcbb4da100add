/// What a `Load` asks of its index.
extension Index {
    /// Begins to take a stream of articles of any length.
    package func load() -> Load { Load(index: self) }

    /// Reads, analyses and writes all articles of some bodies. Returns when what was accepted is on disk and visible.
    ///
    /// A record that cannot be read is reported and the rest goes in. Each article is replaced whole or not at all.
    package func ingest(_ bodies: [ArticleBody]) async -> IngestReport {
        var load = load()
        await load.add(bodies)
        return await load.finish()
    }

    /// Does a piece of a load on an analysis thread.
    func run(_ job: LoadJob) async -> Result<LoadJob.Output, SearchIndexError> {
        do throws(SearchIndexError) {
            return .success(
                try await preparers.with { preparer throws(SearchIndexError) in try await preparer.run(job) })
        } catch {
            return .failure(error)
        }
    }

    /// - Parameter forSegments: whether a load's segments come into it.
    func newLoadFolder(forSegments: Bool = false) throws(SearchIndexError) -> LoadFolder {
        try LoadFolder(in: scratch, isBulk: forSegments && limits.writesWhole && bulkTrust.isGiven(scratch: scratch))
    }

    /// Writes what was prepared to the live database, in one commit.
    func commit(_ prepared: [Preparer.Prepared]) async -> IngestReport {
        let articles = prepared.compactMap { if case .article(let article, _) = $0 { article } else { nil } }
        do throws(SearchIndexError) {
            return IngestReport(prepared, written: .success(try await writer.commit(articles.map(Change.put))))
        } catch {
            await forgetWords()
            return IngestReport(prepared, written: .failure(error))
        }
    }

    /// Brings what is in segments into the index.
    func merge(_ load: PendingLoad, _ folder: LoadFolder) async -> LoadOutcome {
        let outcome = await writer.bringIn(load, folder)
        letGoOfReplaced()
        return outcome
    }

    /// Has idle threads let go of a database that another has taken the place of: they keep its files from being freed.
    /// Whoever reads next opens the new one.
    func letGoOfReplaced() {
        for searcher in searchers.members { Task { await searcher.letGoOfReplaced() } }
        for preparer in preparers.members { Task { await preparer.letGoOfReplaced() } }
    }

    /// Has the words that were handed over with articles that did not go in handed over once more.
    func forgetWords() async { for preparer in preparers.members { await preparer.reset() } }
}
