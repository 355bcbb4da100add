import QueryLanguage

/// One pass over the matches in the order of docids, a window at a time: totals, groups, the best of them, facets.
///
/// Passages of an article are adjacent, so a group by article is complete when the article's number changes.
struct WindowScan<W: Weighting> {
    let request: ScanRequest
    let snapshot: Snapshot
    let weighting: W
    let deadline: Deadline

    /// Scans `docids`, whose ends no article straddles. Blocks until done or the deadline has passed.
    func run(_ docids: Range<UInt32>, _ workspace: Workspace) -> ScanResult {
        var result = ScanResult()
        var walk = GroupWalk(request)
        let scorer = request.keep > 0 && !request.scored.isEmpty ? scorer() : nil
        let articleScorer = request.scoresArticles ? ArticleScorer(request.scored, workspace) : nil
        let counters = counters(workspace)
        var marks = request.stories.map { StoryMarks($0) }
        var facetMarks = request.facets.map { facet in
            request.countsStoriesOfFacets && facet.siblings != nil ? request.stories.map { StoryMarks($0) } : nil
        }
        snapshot.columns.article.withElements { articles in
            snapshot.columns.date.withElements { dates in
                for number in Window.numbers(of: docids) {
                    if deadline.hasPassed {
                        result.isComplete = false
                        break
                    }
                    if let matches = matches(request.match, in: number, of: docids, workspace, scorer) {
                        articleScorer?.enter(number, matches: matches.list.count)
                        walk.add(
                            matches.list, articles: articles, dates: dates, scores: workspace.scores,
                            articleScores: articleScorer)
                        articleScorer?.leave()
                        marks?.add(matches.list, bits: matches.bits, window: number)
                        for (facet, counter) in zip(request.facets, counters) where facet.siblings == nil {
                            counter.count(matches.list, snapshot.columns, articles: articles)
                        }
                    }
                    for (index, counter) in counters.enumerated() {
                        guard let siblings = request.facets[index].siblings,
                            let matches = matches(siblings, in: number, of: docids, workspace, nil)
                        else { continue }
                        counter.count(matches.list, snapshot.columns, articles: articles)
                        facetMarks[index]?.add(matches.list, bits: matches.bits, window: number)
                    }
                }
            }
        }
        do { (result.totals, result.ranked) = try walk.finish(until: deadline) } catch {
            result.totals = walk.totals
            result.isComplete = false
        }
        (result.groups, result.all) = (walk.groups, walk.all)
        (result.marks, result.facetMarks) = (marks, facetMarks)
        result.facets = counters.map { $0.take() }
        return result
    }

    private func scorer() -> WindowScorer<W> {
        WindowScorer(
            request: request, norms: snapshot.derived.norms(weighting, averageLength: snapshot.averageLength),
            lengths: snapshot.columns.length, weighting: weighting, deadline: deadline)
    }

    private func counters(_ workspace: Workspace) -> [any WindowCounter] {
        var uses: [Int: Int] = [:]
        return request.facets.map { facet in
            switch facet.source {
            case .dates(let divisor): return DateCounter { $0 / divisor }
            case .weeks: return DateCounter(period: DatePeriod.week.number(of:))
            case .values(let number):
                defer { uses[number, default: 0] += 1 }
                return workspace.counter(
                    facet: number, use: uses[number] ?? 0, valueCount: snapshot.values[number].count)
            }
        }
    }

    /// A window's matches, ascending; and as bits, where they have been found as such.
    private struct Matches {
        var list: UnsafeBufferPointer<UInt32>
        var bits: UnsafePointer<UInt64>?
    }

    /// The node's matches in window `number` that lie in `docids`, scored; nil when there are none. Valid until the
    /// next call.
    private func matches(
        _ node: MatchNode, in number: Int, of docids: Range<UInt32>, _ workspace: Workspace, _ scorer: WindowScorer<W>?
    ) -> Matches? {
        let isWhole = number * Window.size >= docids.lowerBound && (number + 1) * Window.size <= docids.upperBound
        let mayGoUngated = isWhole && scorer?.coversOnlyMatches != false
        if case .postings(let list) = node, mayGoUngated {
            // The list is its own list of matches.
            let indices = list.indices(inWindow: number)
            if indices.isEmpty { return nil }
            scorer?.scoreAll(number, workspace)
            return Matches(list: UnsafeBufferPointer(start: list.docids + indices.lowerBound, count: indices.count))
        }
        guard node.fill(number, workspace.bits) else { return nil }
        if !isWhole { Window.clip(workspace.bits, of: number, to: docids) }
        let count = Window.extract(workspace.bits, of: number, into: workspace.docids)
        if mayGoUngated {
            scorer?.scoreAll(number, workspace)
        } else {
            scorer?.score(number, matches: count, workspace)
        }
        return Matches(list: UnsafeBufferPointer(start: workspace.docids, count: count), bits: workspace.bits)
    }
}
