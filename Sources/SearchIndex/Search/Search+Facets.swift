import QueryLanguage

extension Search {
    /// What was counted of each facet, ready to be named and ordered.
    /// - Parameters: `scanned` is what the scan was asked to count, `found` what it found.
    func tallies(
        _ facets: FacetPlan, _ scanned: [ScanRequest.Facet], _ found: ScanResult, _ selection: Selection
    ) -> [FacetTally] {
        facets.items.indices.map { index in
            FacetTally(
                facet: facets.items[index], counts: found.facets[index], selected: selection.selected,
                snapshot: snapshot,
                significance: query.facetScore == .lift
                    ? significance(of: scanned[index], found) : nil)
        }
    }

    /// The values of all facets; a facet that the deadline leaves no time to order comes without any.
    func facetResults(_ tallies: [FacetTally]) -> (facets: [FacetResult], isComplete: Bool) {
        var isComplete = true
        let facets = tallies.map { tally in
            do { return try tally.result(until: context.deadline) } catch {
                isComplete = false
                return tally.withoutValues
            }
        }
        return (facets, isComplete)
    }

    /// Whether nothing was cut short by the deadline.
    func isExact(_ found: ScanResult, _ tallies: [FacetTally]) -> Bool {
        found.isComplete && (query.facetScore == .count || tallies.allSatisfy { $0.significance != nil })
    }

    /// What a facet's values are compared with; nil when the deadline leaves no time to find out.
    private func significance(
        of scanned: ScanRequest.Facet, _ found: ScanResult
    ) -> Significance? {
        let whole = wholeCounts(of: scanned.source)
        // A facet that leaves its own filter out is about more articles than match.
        let counted = scanned.siblings.map { scan(ScanRequest(match: $0)) } ?? found
        guard let whole, counted.isComplete else { return nil }
        return Significance(
            matching: counted.totals.articles, all: snapshot.articleCount,
            articles: Dictionary(uniqueKeysWithValues: whole.map { ($0.id, $0.articles) }))
    }
}
