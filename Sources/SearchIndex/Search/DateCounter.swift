/// Counts passages and articles by day, month or year of publication.
///
/// An article has one date, and its passages are adjacent, so the table of dates is touched once an article.
final class DateCounter: WindowCounter {
    private let divisor: UInt32
    private var counts: [UInt32: ValueCount] = [:]
    /// The article whose passages are being counted, and its date.
    private var article = UInt32.max
    private var current = ValueCount(id: 0, articles: 1, passages: 0)

    /// - Parameter divisor: 1 for days, 100 for months, 10,000 for years.
    init(divisor: UInt32) { self.divisor = divisor }

    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>) {
        columns.date.withElements { dates in
            for docid in docids where dates[Int(docid)] != 0 {
                if articles[Int(docid)] != article {
                    close()
                    article = articles[Int(docid)]
                    current.id = dates[Int(docid)] / divisor
                }
                current.passages += 1
            }
        }
    }

    func take() -> [ValueCount] {
        close()
        article = .max
        defer { counts = [:] }
        return Array(counts.values)
    }

    /// Adds the article that was being counted to its date.
    private func close() {
        guard current.passages > 0 else { return }
        counts[current.id, default: ValueCount(id: current.id, articles: 0, passages: 0)].articles += 1
        counts[current.id]?.passages += current.passages
        current.passages = 0
    }
}
