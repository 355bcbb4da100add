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
            let sought = Self.withoutStopWords(corrected, in: snapshot)
            if query.matching != .any || sought.relaxed == nil {
                if try articles(of: try builder.plan(sought), within: selection) > strict { return corrected.queryText }
            }
            guard query.matching != .all, let relaxed = sought.relaxed else { return nil }
            let some = try articles(of: try builder.relaxedPlan(relaxed), within: selection)
            return some > found ? corrected.queryText : nil
        } catch {
            // There was no time for it, which the rest of the answer does not suffer from.
            if error.code == .interrupted { return nil }
            throw error
        }
    }

    /// How many articles another plan finds with the same filters.
    private func articles(of plan: Plan, within selection: Selection) throws(SearchIndexError) -> Int {
        let compiled = try compiler.compile(plan, within: selection.candidates(counted: []))
        let matched = MatchedQuery(plan: plan, compiled: compiled, selection: selection)
        return scan(ScanRequest(match: matched.filtered())).totals.articles
    }
}
