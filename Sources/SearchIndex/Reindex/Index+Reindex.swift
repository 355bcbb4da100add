extension Index {
    /// Bytes of articles that are read at a time.
    private static let reindexBytes = 4 << 20

    /// Makes every article anew from what is stored of it, with the gazetteers, the model, the recognizer and the rules of
    /// now, and then the database compact. Searches go on, and see a small index's articles change together, a large one's
    /// a million passages at a time. Whoever writes meanwhile is refused (`busy`).
    ///
    /// One that is cut off can be run again. The table of spelling variants stays the one that the index was made with.
    /// - Throws: `busy` while others write, `storage`, `corrupt`, `unavailable`.
    package func reindex() async throws(SearchIndexError) -> IngestReport {
        let place = try await alone()
        defer { withExtendedLifetime(place) {} }
        try await userGazetteers.raiseEdition()
        // What is made anew is nobody's news.
        store.revisions.beginRemaking()
        defer { store.revisions.endRemaking() }
        // What is replaced comes again at the end, where a new passage has its docid.
        let last = columns.lastDocid
        var load = load()
        var next: UInt32? = 1
        while let start = next, start <= last {
            let part = try await export(from: start, to: last, bytes: Self.reindexBytes)
            await load.add([ArticleBody(bytes: part.lines, format: .ndjson, name: nil)])
            next = part.next
        }
        let report = await load.finish()
        if report.failures.isEmpty { _ = try await makeCompact() }
        return report
    }
}
