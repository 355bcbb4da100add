import QueryLanguage

/// One pass over the matches in the order of docids, a window at a time: totals, groups, the best of them, facets.
///
/// Passages of an article are adjacent, so a group by article is complete when the article's number changes.
struct WindowScan<W: Weighting> {
    let request: ScanRequest
    let snapshot: Snapshot
    let weighting: W
    /// The weighting's norms, where scores are wanted.
    let norms: DoubleColumn?
    let deadline: Deadline

    /// Scans `docids`, whose ends no article straddles. Blocks until done or the deadline has passed.
    func run(_ docids: Range<UInt32>, _ workspace: Workspace) -> ScanResult {
        var result = ScanResult()
        var walk = GroupWalk(grouping: request.grouping, sort: request.sort, keep: request.keep)
        let counters = request.facets.map { counter($0, workspace) }
        snapshot.columns.article.withElements { articles in
            snapshot.columns.date.withElements { dates in
                for number in Window.numbers(of: docids) {
                    if deadline.hasPassed {
                        result.isComplete = false
                        break
                    }
                    let isEdge =
                        number * Window.size < docids.lowerBound || (number + 1) * Window.size > docids.upperBound
                    if request.match.fill(number, workspace.bits) {
                        if isEdge { Window.clip(workspace.bits, of: number, to: docids) }
                        let count = Window.extract(workspace.bits, of: number, into: workspace.docids)
                        if let norms { score(number, matches: count, norms, workspace) }
                        let matches = UnsafeBufferPointer(start: workspace.docids, count: count)
                        walk.add(matches, articles: articles, dates: dates, scores: workspace.scores)
                        for (facet, counter) in zip(request.facets, counters) where facet.siblings == nil {
                            counter.count(matches, snapshot.columns, articles: articles)
                        }
                    }
                    for (facet, counter) in zip(request.facets, counters) {
                        guard let siblings = facet.siblings, siblings.fill(number, workspace.bits) else { continue }
                        if isEdge { Window.clip(workspace.bits, of: number, to: docids) }
                        let count = Window.extract(workspace.bits, of: number, into: workspace.docids)
                        counter.count(
                            UnsafeBufferPointer(start: workspace.docids, count: count), snapshot.columns,
                            articles: articles)
                    }
                }
            }
        }
        do { (result.totals, result.ranked) = try walk.finish(until: deadline) } catch {
            result.totals = walk.totals
            result.isComplete = false
        }
        result.facets = counters.map { $0.take() }
        return result
    }

    private func counter(_ facet: ScanRequest.Facet, _ workspace: Workspace) -> any WindowCounter {
        switch facet.source {
        case .values(let number): workspace.counter(facet: number, valueCount: snapshot.values[number].count)
        case .dates(let divisor): DateCounter(divisor: divisor)
        }
    }

    /// Adds up the scores of the window's matches. On entry `workspace.bits` has the matches and `docids` lists them.
    private func score(_ number: Int, matches: Int, _ norms: DoubleColumn, _ workspace: Workspace) {
        for (list, scored) in request.scored.enumerated() {
            // The scores of a window that is not finished are dropped: the next window's look ends the scan.
            if list & 15 == 15, deadline.hasPassed { return }
            let indices = scored.postings.indices(inWindow: number)
            if indices.isEmpty { continue }
            var gate = workspace.bits
            if let branch = scored.branch {
                gate = workspace.gate
                guard branch.fill(number, gate), Window.intersect(gate, workspace.bits) else { continue }
            }
            if matches * 8 < indices.count, scored.branch == nil {
                probe(scored, indices, matches, norms, workspace)
            } else {
                walk(scored, indices, gate, norms, workspace)
            }
        }
    }

    /// Goes through all postings and takes those whose bit is set.
    private func walk(
        _ scored: ScoredPostings, _ indices: Range<Int>, _ gate: Window.Bits, _ norms: DoubleColumn,
        _ workspace: Workspace
    ) {
        let (docids, wdfs, scores, norms) = (scored.postings.docids, scored.postings.wdfs, workspace.scores, norms.base)
        let weight = scored.weight
        for index in indices {
            let docid = Int(docids[index])
            let offset = docid & (Window.size - 1)
            guard gate[offset >> 6] & (1 << UInt64(offset & 63)) != 0 else { continue }
            scores[offset] += weight * weighting.share(wdf: Double(wdfs[index]), norm: norms[docid])
        }
    }

    /// Looks each match up in a list that is much longer.
    private func probe(
        _ scored: ScoredPostings, _ indices: Range<Int>, _ matches: Int, _ norms: DoubleColumn, _ workspace: Workspace
    ) {
        let (docids, wdfs, scores, norms) = (scored.postings.docids, scored.postings.wdfs, workspace.scores, norms.base)
        var low = indices.lowerBound
        for match in 0..<matches {
            let docid = workspace.docids[match]
            var high = indices.upperBound
            while low < high {
                let middle = (low &+ high) >> 1
                if docids[middle] < docid { low = middle &+ 1 } else { high = middle }
            }
            guard low < indices.upperBound else { return }
            if docids[low] == docid {
                scores[Int(docid) & (Window.size - 1)] +=
                    scored.weight * weighting.share(wdf: Double(wdfs[low]), norm: norms[Int(docid)])
            }
        }
    }
}
