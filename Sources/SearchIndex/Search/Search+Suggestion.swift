import QueryLanguage

extension Search {
    /// The query with its spelling put right; nil where nothing is wrong, or where that would find no more.
    /// - Parameters: `strict` is how many articles the query finds as it stands, `found` how many were found in the end.
    /// - Throws: `SearchIndexError`: `storage`, `overtaken`.
    func suggestion(strict: Int, found: Int, within selection: Selection) throws(SearchIndexError) -> String? {
        do throws(SearchIndexError) {
            var correction = QueryCorrection(self)
            let corrected = try correction.corrected(query.query)
            if corrected == query.query { return nil }
            let wanted = query.matching == .any ? corrected.relaxed ?? corrected : corrected
            if try articles(of: wanted, within: selection) > strict { return corrected.queryText }
            guard query.matching == .auto, let relaxed = corrected.relaxed else { return nil }
            return try articles(of: relaxed, within: selection) > found ? corrected.queryText : nil
        } catch {
            // There was no time for it, which the rest of the answer does not suffer from.
            if error.code == .interrupted { return nil }
            throw error
        }
    }

    /// How many articles another query finds with the same filters.
    private func articles(of query: Query, within selection: Selection) throws(SearchIndexError) -> Int {
        let plan = try builder.plan(query)
        let compiled = try compiler.compile(plan, within: selection.candidates(counted: []))
        let matched = MatchedQuery(plan: plan, compiled: compiled, selection: selection)
        return scan(ScanRequest(match: matched.filtered())).totals.articles
    }
}
