import QueryLanguage

/// One pass over the matches in the order of docids: totals, groups and the best of them.
///
/// Passages of an article are adjacent, so a group by article is complete when the article's number changes.
struct MatchWalk {
    private let snapshot: Snapshot
    private let grouping: Grouping
    private let sort: SortOrder
    private(set) var totals = Totals()
    /// The best groups, in order.
    private(set) var ranked: [Ranked] = []

    init(snapshot: Snapshot, grouping: Grouping, sort: SortOrder) {
        self.snapshot = snapshot
        self.grouping = grouping
        self.sort = sort
    }

    /// How many groups there are in all.
    var groups: Int { grouping == .passage ? totals.passages : totals.articles }

    /// Walks `matches` and keeps the best `keep` groups, ordered by the scores that `scored` add up to, or by date.
    mutating func run(_ matches: PassageSet, scored: [WeightedPostings], keep: Int) {
        let columns = snapshot.columns
        var scores = ScoreAccumulator(
            scored, lengths: columns.length, averageLength: snapshot.averageLength, weighting: BM25())
        var top = TopRanked(capacity: keep)
        var best: Ranked?
        var article: UInt32?
        var totals = Totals()
        columns.article.withElements { articles in
            columns.date.withElements { dates in
                matches.forEachBlock { block in
                    for docid in block {
                        let score = scores.score(of: docid)
                        let candidate = Ranked(
                            key: key(score: score, date: dates[Int(docid)]), score: score, docid: docid)
                        totals.passages += 1
                        let isNewArticle = article != articles[Int(docid)]
                        if isNewArticle {
                            totals.articles += 1
                            article = articles[Int(docid)]
                        }
                        if isNewArticle || grouping == .passage {
                            if let best { top.offer(best) }
                            best = candidate
                        } else if var group = best {
                            group.passages += 1
                            // Within an article it is the score that decides, also when articles go by date.
                            if score > group.score {
                                (group.key, group.score, group.docid) = (candidate.key, score, docid)
                            }
                            best = group
                        }
                    }
                }
            }
        }
        if let best { top.offer(best) }
        self.totals = totals
        ranked = top.sorted
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
