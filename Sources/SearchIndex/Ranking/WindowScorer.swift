/// Adds up the scores of a window's matches, term by term, in `Workspace.scores`.
struct WindowScorer<W: Weighting> {
    private let scored: [ScoredPostings]
    private let norms: NormTable<W>
    private let lengths: Column<UInt32>
    private let weighting: W
    /// Whether every posting of every scored list is a match, so that none need be looked up: a term, or a disjunction
    /// of terms, without filters.
    let coversOnlyMatches: Bool

    private let deadline: Deadline

    init(request: ScanRequest, norms: NormTable<W>, lengths: Column<UInt32>, weighting: W, deadline: Deadline) {
        scored = request.scored
        self.norms = norms
        self.lengths = lengths
        self.weighting = weighting
        self.deadline = deadline
        coversOnlyMatches = request.scored.allSatisfy { $0.branch == nil && request.match.includes($0.postings) }
    }

    /// Scores all postings of the window, when they are all matches.
    func scoreAll(_ number: Int, _ workspace: Workspace) {
        for (list, scored) in scored.enumerated() {
            if isOver(list) { return }
            add(scored, scored.postings.indices(inWindow: number), to: workspace.scores) { _ in true }
        }
    }

    /// Scores the window's matches. On entry `workspace.bits` has them, and `docids` lists them.
    func score(_ number: Int, matches: Int, _ workspace: Workspace) {
        for (list, scored) in scored.enumerated() {
            if isOver(list) { return }
            let indices = scored.postings.indices(inWindow: number)
            if indices.isEmpty { continue }
            var gate = workspace.bits
            if let branch = scored.branch {
                gate = workspace.gate
                guard branch.fill(number, gate), Window.intersect(gate, workspace.bits) else { continue }
            }
            if matches * 8 < indices.count, scored.branch == nil {
                probe(scored, indices, matches, workspace)
            } else {
                add(scored, indices, to: workspace.scores) { gate[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 }
            }
        }
    }

    /// Whether a query of very many terms must stop within a window; the next look at the deadline ends the scan.
    private func isOver(_ list: Int) -> Bool { list & 15 == 15 && deadline.hasPassed }

    /// Goes through postings and adds the scores of those whose place in the window `isMatch`.
    @inline(__always)
    private func add(
        _ scored: ScoredPostings, _ indices: Range<Int>, to scores: UnsafeMutablePointer<Double>,
        where isMatch: (Int) -> Bool
    ) {
        let (postings, docids, weight) = (scored.postings, scored.postings.docids, scored.weight)
        lengths.withElements { lengths in
            for index in indices {
                let docid = Int(docids[index])
                let offset = docid & (Window.size - 1)
                guard isMatch(offset) else { continue }
                let wdf = Double(postings.wdf(index))
                scores[offset] += weight * weighting.share(wdf: wdf, norm: norms.norm(lengths[docid]))
            }
        }
    }

    /// Looks each match up in a list that is much longer.
    private func probe(_ scored: ScoredPostings, _ indices: Range<Int>, _ matches: Int, _ workspace: Workspace) {
        let (postings, docids, scores) = (scored.postings, scored.postings.docids, workspace.scores)
        lengths.withElements { lengths in
            var low = indices.lowerBound
            for match in 0..<matches {
                let docid = workspace.docids[match]
                var high = indices.upperBound
                while low < high {
                    let middle = (low &+ high) >> 1
                    if docids[middle] < docid { low = middle &+ 1 } else { high = middle }
                }
                guard low < indices.upperBound else { return }
                guard docids[low] == docid else { continue }
                let wdf = Double(postings.wdf(low))
                scores[Int(docid) & (Window.size - 1)] +=
                    scored.weight * weighting.share(wdf: wdf, norm: norms.norm(lengths[Int(docid)]))
            }
        }
    }
}
