extension Search {
    /// A scan with this much work is done by two threads when the other is idle: waking that one costs about as much as
    /// a tenth of it.
    static let broad = 1 << 16

    /// Goes through all matches, and counts stories where they are asked for.
    func scan(_ request: ScanRequest) -> ScanResult {
        var request = request
        // Without time to find out which articles share a story, stories are not counted, and nothing is exact.
        request.stories = request.stories ?? (try? snapshot.derived.sharedStories(snapshot, until: context.deadline))
        var result = scanArticles(request)
        if request.stories == nil {
            result.isComplete = false
            return result
        }
        result.foldStories(request, snapshot.columns, until: context.deadline)
        guard request.countsStoriesOfFacets else { return result }
        let counter = StoryCounter(snapshot: snapshot, deadline: context.deadline, workspace: context.workspace)
        for (index, facet) in request.facets.enumerated() {
            guard let marks = result.facetMarks[index] ?? result.marks else { continue }
            do { result.facets[index] = try counter.add(to: result.facets[index], of: facet.source, marks) } catch {
                result.isComplete = false
            }
        }
        return result
    }

    /// Facets that are counted over nearly all passages are counted by their complement.
    private func scanArticles(_ request: ScanRequest) -> ScanResult {
        guard !request.facets.isEmpty, let complement = complement(of: request.match) else {
            return scanDirectly(request)
        }
        let touched = MatchNode.bits(complement.touched)
        let matching = MatchNode.conjunction([touched, request.match])
        var shorter = request
        shorter.facets = []
        var places: [FacetPlace] = []
        for facet in request.facets {
            if facet.siblings == nil, let whole = wholeCounts(of: facet.source) {
                places.append(.complement(shorter.facets.count, whole))
                shorter.facets.append(ScanRequest.Facet(source: facet.source, siblings: touched))
                shorter.facets.append(ScanRequest.Facet(source: facet.source, siblings: matching))
            } else {
                places.append(.direct(shorter.facets.count))
                shorter.facets.append(facet)
            }
        }
        var result = scanDirectly(shorter)
        let (counts, marks) = (result.facets, result.facetMarks)
        result.facetMarks = places.map { if case .direct(let index) = $0 { marks[index] } else { nil } }
        result.facets = places.map { place in
            switch place {
            case .direct(let index): return counts[index]
            case .complement(let index, let whole):
                do {
                    return try Complement.counts(
                        whole: whole, touched: counts[index], matching: counts[index + 1], until: context.deadline)
                } catch {
                    result.isComplete = false
                    return []
                }
            }
        }
        return result
    }

    /// The counts of a facet over the whole index; nil when the deadline leaves no time to find out.
    func wholeCounts(of source: ScanRequest.Facet.Source) -> [ValueCount]? {
        snapshot.derived.wholeCounts(of: source) {
            guard let live = try? snapshot.derived.live(until: context.deadline) else { return nil }
            let everything = scanDirectly(
                ScanRequest(match: .bits(live), facets: [ScanRequest.Facet(source: source)]))
            return everything.isComplete ? everything.facets[0] : nil
        }
    }

    /// Where the counts of one facet of a request stand in the result of a shorter scan.
    private enum FacetPlace {
        case direct(Int)
        /// The counts over the touched articles, followed by those of what of them matches; beside the whole counts.
        case complement(Int, [ValueCount])
    }

    /// How to count facets over nearly all passages; nil where the node matches fewer.
    func complement(of node: MatchNode) -> Complement? {
        if query.access == .decode { return nil }
        return Complement(of: node, snapshot, until: context.deadline)
    }

    /// Scans all passages, on two threads where it pays.
    private func scanDirectly(_ request: ScanRequest) -> ScanResult {
        switch query.ranking {
        case .ineb2: scanDirectly(request, IneB2())
        case .bm25: scanDirectly(request, BM25())
        }
    }

    private func scanDirectly(_ request: ScanRequest, _ weighting: some Weighting) -> ScanResult {
        let scan = WindowScan(request: request, snapshot: snapshot, weighting: weighting, deadline: context.deadline)
        let all = 1..<snapshot.columns.lastDocid + 1
        let splits = query.split ?? (request.work >= Self.broad && context.isAlone())
        guard splits else { return scan.run(all, context.workspace) }
        let middle = articleStart(from: all.upperBound / 2)
        let (lower, upper) = context.assistant.both(
            { scan.run(all.lowerBound..<middle, context.workspace) },
            { workspace in scan.run(middle..<all.upperBound, workspace) })
        return .merged(lower, upper, keep: request.keep, until: context.deadline)
    }

    /// The first docid at or above `docid` that begins another article than the one before it.
    private func articleStart(from docid: UInt32) -> UInt32 {
        snapshot.columns.article.withElements { articles in
            var start = Int(max(docid, 1))
            while start < articles.count, articles[start] == articles[start - 1] { start += 1 }
            return UInt32(start)
        }
    }
}
