import QueryLanguage

/// Adds what more terms earn in whole articles to the scores of those that a scan has found, and puts them in order again.
///
/// The terms find nothing and say nothing of single passages, so matches, counts and each article's best passage stay.
struct Reranking {
    /// Which of the groups are wanted.
    let request: ScanRequest
    let terms: [ScoredPostings]
    let snapshot: Snapshot
    let context: SearchContext

    /// - Parameter found: of a request that keeps all. It is incomplete when the deadline passes.
    func reranked(_ found: ScanResult) -> ScanResult {
        var result = found
        var request = request
        if request.grouping == .story {
            // They were read for the scan, so this takes no time.
            request.stories = try? snapshot.derived.sharedStories(snapshot, until: context.deadline)
        }
        var fold = GroupFold(request)
        let scorer = ArticleScorer(terms, context.workspace)
        snapshot.columns.article.withElements { articles in
            var next = 0
            while next < found.all.count {
                if context.deadline.hasPassed {
                    result.isComplete = false
                    return
                }
                let window = Int(found.all[next].docid) / Window.size
                let end = found.all[next...].firstIndex { Int($0.docid) / Window.size != window } ?? found.all.count
                scorer?.enter(window, matches: end - next)
                for var group in found.all[next..<end] {
                    let article = scorer?.score(ofArticleAt: ArticleRun.start(of: group.docid, articles)) ?? 0
                    group.score += Ranking.score(article: article, passage: 0)
                    group.key = group.score
                    fold.add(group)
                }
                scorer?.leave()
                next = end
            }
        }
        do { result.ranked = try fold.top.sorted(until: context.deadline) } catch { result.isComplete = false }
        (result.groups, result.all) = (fold.groups, [])
        result.foldGroups(request, until: context.deadline)
        return result
    }
}
