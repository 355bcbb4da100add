import QueryLanguage

/// Turns passages that come in ascending order into groups, counts both, and keeps the best groups.
struct GroupWalk {
    private let grouping: Grouping
    private let sort: SortOrder
    private var fold: GroupFold
    /// What was counted.
    private(set) var totals = Totals()
    /// The number of the article that the last passage belongs to; none has the highest number.
    private var article = UInt32.max
    /// The group under way; not used when the groups are passages in the order of relevance. Its score is that of its best
    /// passage until it is closed.
    private var best: Ranked?
    /// The score of the whole article of the group under way; nil where passages alone are scored.
    private var articleScore: Double?
    private let keeps: Bool
    private let keepsAll: Bool
    /// All groups, in the order of their docids; empty unless the request wants them.
    private(set) var all: [Ranked] = []
    /// The groups of shared stories so far.
    var groups: [UInt32: Ranked] { fold.groups }

    init(_ request: ScanRequest) {
        grouping = request.grouping
        sort = request.sort
        fold = GroupFold(request)
        keeps = request.keep > 0
        keepsAll = request.keepsAll
    }

    /// Takes a window's matches and clears their scores.
    mutating func add(
        _ docids: UnsafeBufferPointer<UInt32>, articles: UnsafeBufferPointer<UInt32>,
        dates: UnsafeBufferPointer<UInt32>, scores: UnsafeMutablePointer<Double>, articleScores: ArticleScorer?
    ) {
        totals.passages += docids.count
        if !keeps {
            count(docids, articles)
        } else if grouping == .passage, sort == .relevance {
            count(docids, articles)
            addPassages(docids, scores)
        } else {
            addGroups(docids, articles, dates, scores, articleScores)
        }
    }

    /// What was counted, and the best groups in order.
    /// - Throws: `SearchIndexError.interrupted`, when there is no time for the order.
    mutating func finish(until deadline: Deadline) throws(SearchIndexError) -> (Totals, [Ranked]) {
        closeGroup()
        return (totals, try fold.top.sorted(until: deadline))
    }

    /// Counts the articles.
    private mutating func count(_ docids: UnsafeBufferPointer<UInt32>, _ articles: UnsafeBufferPointer<UInt32>) {
        var (last, count) = (article, 0)
        for docid in docids {
            let number = articles[Int(docid)]
            // Without a branch: which passage begins an article cannot be predicted.
            count &+= number != last ? 1 : 0
            last = number
        }
        article = last
        totals.articles += count
    }

    /// Most passages cannot be among the best, and a comparison tells.
    private mutating func addPassages(
        _ docids: UnsafeBufferPointer<UInt32>, _ scores: UnsafeMutablePointer<Double>
    ) {
        var floor = fold.top.floor
        for docid in docids {
            let offset = Int(docid) & (Window.size - 1)
            let score = scores[offset]
            scores[offset] = 0
            guard score > floor else { continue }
            fold.top.offer(Ranked(key: score, score: score, docid: docid))
            floor = fold.top.floor
        }
    }

    private mutating func addGroups(
        _ docids: UnsafeBufferPointer<UInt32>, _ articles: UnsafeBufferPointer<UInt32>,
        _ dates: UnsafeBufferPointer<UInt32>, _ scores: UnsafeMutablePointer<Double>, _ articleScores: ArticleScorer?
    ) {
        for docid in docids {
            let offset = Int(docid) & (Window.size - 1)
            let score = scores[offset]
            scores[offset] = 0
            let isNewArticle = articles[Int(docid)] != article
            if isNewArticle {
                totals.articles += 1
                article = articles[Int(docid)]
            }
            if isNewArticle || grouping == .passage {
                closeGroup()
                articleScore = articleScores?.score(ofArticleAt: ArticleRun.start(of: docid, articles))
                best = Ranked(key: key(score: score, date: dates[Int(docid)]), score: score, docid: docid)
            } else if var group = best {
                group.passages += 1
                // Within an article it is the score that decides, also when articles go by date.
                if score > group.score {
                    group.score = score
                    group.docid = docid
                }
                best = group
            }
        }
    }

    private mutating func closeGroup() {
        guard var group = best else { return }
        best = nil
        if let articleScore { group.score = Ranking.score(article: articleScore, passage: group.score) }
        if sort == .relevance { group.key = group.score }
        if keepsAll { all.append(group) }
        fold.add(group)
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
