/// Counts passages and articles by day, month or year of publication. An article has one date, so its first passage
/// counts for it.
final class DateCounter: WindowCounter {
    private let divisor: UInt32
    private var counts: [UInt32: ValueCount] = [:]
    private var lastArticle: UInt32?

    /// - Parameter divisor: 1 for days, 100 for months, 10,000 for years.
    init(divisor: UInt32) { self.divisor = divisor }

    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>) {
        columns.date.withElements { dates in
            for docid in docids where dates[Int(docid)] != 0 {
                let isNew = articles[Int(docid)] != lastArticle
                lastArticle = articles[Int(docid)]
                let date = dates[Int(docid)] / divisor
                counts[date, default: ValueCount(id: date, articles: 0, passages: 0)].passages += 1
                if isNew { counts[date]?.articles += 1 }
            }
        }
    }

    func take() -> [ValueCount] {
        defer { counts = [:] }
        return Array(counts.values)
    }
}
