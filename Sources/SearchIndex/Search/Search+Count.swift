extension Search {
    /// How much the query matches, exactly. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `storage`, `overtaken`.
    func count() throws(SearchIndexError) -> CountResult {
        let matched: MatchedQuery
        do { matched = try strictMatch(counted: []) } catch  where error.code == .interrupted {
            return .stopped(stamp)
        }
        let found = scan(ScanRequest(match: matched.filtered()))
        return CountResult(
            stamp: stamp, parsed: matched.plan.description, totals: found.totals, isExact: found.isComplete)
    }
}
