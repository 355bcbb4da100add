import QueryLanguage

/// Counts the stories of a facet's values: the articles, as counted already, less those of shared stories, plus these
/// stories.
///
/// An article's passages are adjacent, and so are a story's when shared stories are gone through story by story: so the
/// same counter counts both.
struct StoryCounter {
    let snapshot: Snapshot
    let deadline: Deadline
    let workspace: Workspace

    /// `counts` with their stories.
    /// - Parameter marks: what was counted, of the passages of shared stories.
    /// - Throws: `SearchIndexError.interrupted`.
    func add(to counts: [ValueCount], of source: ScanRequest.Facet.Source, _ marks: StoryMarks) throws(SearchIndexError)
        -> [ValueCount]
    {
        var difference: [UInt32: Int] = [:]
        var byDocid: [UInt32] = []
        marks.visit { docid, _ in byDocid.append(docid) }
        try deadline.check()
        let byStory = marks.shared.placesByStory.map { marks.shared.docids[Int($0)] }.filter(marks.contains)
        try deadline.check()
        let columns = snapshot.columns
        for count in try self.counts(byDocid, source, by: columns.article) {
            difference[count.id, default: 0] -= count.articles
        }
        for count in try self.counts(byStory, source, by: columns.story) {
            difference[count.id, default: 0] += count.articles
        }
        return counts.map { count in
            var count = count
            count.stories = count.articles + difference[count.id, default: 0]
            return count
        }
    }

    /// Counts runs of the same number in `numbers`, as if they were articles.
    private func counts(_ docids: [UInt32], _ source: ScanRequest.Facet.Source, by numbers: Column<UInt32>)
        throws(SearchIndexError) -> [ValueCount]
    {
        switch source {
        case .dates(let divisor): return try dates(docids, by: numbers) { $0 / divisor }
        case .weeks: return try dates(docids, by: numbers, DatePeriod.week.number(of:))
        case .values(let facet):
            let counter = workspace.counter(facet: facet, use: 0, valueCount: snapshot.values[facet].count)
            let isWhole = docids.withUnsafeBufferPointer { docids in
                numbers.withElements { numbers in
                    for start in stride(from: 0, to: docids.count, by: Window.size) {
                        if deadline.hasPassed { return false }
                        let end = min(docids.count, start + Window.size)
                        counter.count(
                            UnsafeBufferPointer(rebasing: docids[start..<end]), snapshot.columns, articles: numbers)
                    }
                    return true
                }
            }
            let counts = counter.take()
            if !isWhole { throw .interrupted }
            return counts
        }
    }

    /// A story may have articles of several days.
    private func dates(_ docids: [UInt32], by numbers: Column<UInt32>, _ period: (UInt32) -> UInt32)
        throws(SearchIndexError) -> [ValueCount]
    {
        var pace = Pace(deadline)
        var seen: Set<UInt32> = []
        var last: UInt32?
        var counts: [UInt32: Int] = [:]
        for docid in docids {
            try pace.step()
            let date = snapshot.columns.date[Int(docid)]
            if numbers[Int(docid)] != last {
                last = numbers[Int(docid)]
                seen = []
            }
            if date != 0, seen.insert(period(date)).inserted { counts[period(date), default: 0] += 1 }
        }
        return counts.map { ValueCount(id: $0.key, articles: $0.value, passages: 0) }
    }
}
