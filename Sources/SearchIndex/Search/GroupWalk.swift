import QueryLanguage

/// Turns passages that come in ascending order into groups, counts both, and keeps the best groups.
struct GroupWalk {
    private let grouping: Grouping
    private let sort: SortOrder
    private var top: TopRanked
    /// What was counted.
    private(set) var totals = Totals()
    private var article: UInt32?
    private var best: Ranked?
    private let keeps: Bool

    init(grouping: Grouping, sort: SortOrder, keep: Int) {
        self.grouping = grouping
        self.sort = sort
        top = TopRanked(capacity: keep)
        keeps = keep > 0
    }

    /// Takes a window's matches and clears their scores.
    mutating func add(
        _ docids: UnsafeBufferPointer<UInt32>, articles: UnsafeBufferPointer<UInt32>,
        dates: UnsafeBufferPointer<UInt32>, scores: UnsafeMutablePointer<Double>
    ) {
        totals.passages += docids.count
        for docid in docids {
            let isNewArticle = article != articles[Int(docid)]
            if isNewArticle {
                totals.articles += 1
                article = articles[Int(docid)]
            }
            guard keeps else { continue }
            let offset = Int(docid) & (Window.size - 1)
            let score = scores[offset]
            scores[offset] = 0
            if isNewArticle || grouping == .passage {
                if let best { top.offer(best) }
                best = Ranked(key: key(score: score, date: dates[Int(docid)]), score: score, docid: docid)
            } else if var group = best {
                group.passages += 1
                // Within an article it is the score that decides, also when articles go by date.
                if score > group.score {
                    group.score = score
                    group.docid = docid
                    if sort == .relevance { group.key = score }
                }
                best = group
            }
        }
    }

    /// What was counted, and the best groups in order.
    /// - Throws: `SearchIndexError.interrupted`, when there is no time for the order.
    mutating func finish(until deadline: Deadline) throws(SearchIndexError) -> (Totals, [Ranked]) {
        if let best { top.offer(best) }
        best = nil
        return (totals, try top.sorted(until: deadline))
    }

    /// Articles without a date come last, whichever end is first.
    private func key(score: Double, date: UInt32) -> Double {
        switch sort {
        case .relevance: score
        case .newest: Double(date)
        case .oldest: date == 0 ? -Double.infinity : -Double(date)
        }
    }
}
