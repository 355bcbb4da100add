import QueryLanguage

/// What is worked out passage by passage where only few matter.
extension PlanCompiler {
    /// All passages that matter.
    func everything() throws(SearchIndexError) -> MatchNode {
        if let only { return .postings(only) }
        return .bits(try snapshot.derived.live(until: deadline))
    }

    /// Those of `passages` in which the terms stand side by side.
    func passages(withPhrase terms: [[UInt8]], among passages: Postings) throws(SearchIndexError) -> Postings {
        var candidates = passages
        for term in terms {
            candidates = try list(term, candidates).restricted(to: candidates)
            if candidates.count == 0 { return .empty }
        }
        let docids = (0..<candidates.count).map { candidates.docids[$0] }
        return .list(try reader.docids(withPhrase: terms, among: docids))
    }
}

extension Postings {
    /// Those that have a value in `field`, which is a facet field or the date.
    func having(_ field: String, _ columns: Columns) -> Postings {
        guard let facet = Field.named(field)?.facet else { return keeping { columns.date[Int($0)] != 0 } }
        return keeping { !columns.facets[facet].ids(of: $0).isEmpty }
    }

    /// Those whose article is dated within `range`.
    func dated(_ range: DateRange, _ columns: Columns) -> Postings {
        keeping { docid in
            let date = columns.date[Int(docid)]
            return date != 0 && range.contains(date)
        }
    }

    private func keeping(_ holds: (UInt32) -> Bool) -> Postings {
        .list((0..<count).map { docids[$0] }.filter(holds))
    }
}
