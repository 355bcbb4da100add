import Corpus
import QueryLanguage

extension Search {
    /// One story while the stories are counted.
    private struct Counted {
        /// Docids of the first passages of its articles, ascending.
        var docids: [UInt32] = []
    }

    /// The stories with several articles, a page at a time: most articles first, then those that were indexed first.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `interrupted`, `storage`.
    func stories(_ request: StoryQuery) throws(SearchIndexError) -> StoryPage {
        let fingerprint = Cursor.fingerprint(of: ["stories", "\(String(describing: request.dates))"])
        let offset = try Cursor.start(
            after: request.after, revision: snapshot.version, fingerprint: fingerprint
        ).offset
        let counted = try self.counted(request.dates)
        let ordered = try counted.sorted(until: context.deadline) { a, b in
            a.docids.count != b.docids.count ? a.docids.count > b.docids.count : a.docids[0] < b.docids[0]
        }
        var items: [StoryPage.Item] = []
        for story in ordered.dropFirst(offset).prefix(request.limit) { items.append(try item(story)) }
        let end = offset + items.count
        let isLast = items.isEmpty || end >= ordered.count
        return StoryPage(
            stamp: stamp, items: items, distinct: ordered.count, isExact: true,
            next: isLast
                ? nil : Cursor(revision: snapshot.version, offset: end, fingerprint: fingerprint).description)
    }

    /// Each story with more articles of these days than one.
    private func counted(_ dates: DateRange?) throws(SearchIndexError) -> [Counted] {
        let shared = try snapshot.derived.sharedStories(snapshot, until: context.deadline)
        var counted = [Counted](repeating: Counted(), count: shared.storyCount)
        var pace = Pace(context.deadline)
        var last: UInt32?
        for place in shared.docids.indices {
            try pace.step()
            let docid = shared.docids[place]
            if snapshot.columns.article[Int(docid)] == last { continue }
            last = snapshot.columns.article[Int(docid)]
            let date = snapshot.columns.date[Int(docid)]
            if let dates, date == 0 || !dates.contains(date) { continue }
            counted[Int(shared.stories[place])].docids.append(docid)
        }
        return counted.filter { $0.docids.count > 1 }
    }

    private func item(_ story: Counted) throws(SearchIndexError) -> StoryPage.Item {
        let columns = snapshot.columns
        let dates = story.docids.map { columns.date[Int($0)] }.filter { $0 != 0 }
        let first = story.docids.first { columns.date[Int($0)] == dates.min() ?? 0 } ?? story.docids[0]
        var sources: Set<String> = []
        if let facet = Field.named("source")?.facet {
            for docid in story.docids {
                for id in columns.facets[facet].ids(of: docid) { sources.insert(snapshot.values[facet][id]) }
            }
        }
        func day(_ date: UInt32?) -> String? { date.flatMap { CalendarDay(yyyymmdd: $0)?.description } }
        return StoryPage.Item(
            articles: story.docids.count, first: try stored(first).article, firstDate: day(dates.min()),
            lastDate: day(dates.max()), sources: sources.sorted())
    }
}
