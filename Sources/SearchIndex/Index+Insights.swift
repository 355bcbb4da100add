extension Index {
    /// Counts the pairs of values that stand in the same passages, a page at a time.
    /// - Throws: `badQuery`, `staleCursor`, `storage`.
    package func pairs(_ query: PairQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> PairPage
    {
        try await answer(query.search, unless: cancellation, stopped: .stopped(stamp)) {
            search throws(SearchIndexError) in try search.pairs(query)
        }
    }

    /// Looks names up, one by one, with what else is in their passages.
    /// - Throws: `badQuery`, `storage`.
    package func screening(_ query: ScreenQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> ScreenResult
    {
        var all = SearchQuery()
        all.timeLimit = query.timeLimit
        let recognizer = userGazetteers.store.newest.recognizer
        return try await answer(all, unless: cancellation, stopped: .stopped(stamp)) {
            search throws(SearchIndexError) in try search.screening(query, recognizer)
        }
    }

    /// Counts a query's matches by day, week, month or year.
    /// - Throws: `badQuery`, `storage`.
    package func timeline(_ query: TimelineQuery, unless cancellation: Cancellation = Cancellation())
        async throws(SearchIndexError) -> Timeline
    {
        try await answer(query.search, unless: cancellation, stopped: .stopped(stamp, query)) {
            search throws(SearchIndexError) in try search.timeline(query)
        }
    }
}
