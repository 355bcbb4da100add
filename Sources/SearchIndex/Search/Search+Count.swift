extension Search {
    /// How much the query matches, exactly. Never relaxes the query.
    /// - Throws: `SearchIndexError`: `badQuery`, `storage`, `overtaken`.
    func count() throws(SearchIndexError) -> CountResult {
        let (selection, plan, matched) = try strictMatch()
        let matches = selection.filtered(matched.matches)
        return CountResult(
            stamp: stamp, parsed: plan.description,
            totals: Totals(passages: matches.count, articles: ArticleCount.distinct(matches, in: snapshot.columns)))
    }
}
