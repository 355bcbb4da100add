/// Counts passages and articles by day, week, month or year of publication.
///
/// An article has one date, and its passages are adjacent, so the table of dates is touched once an article.
final class DateCounter: WindowCounter {
    private let period: (UInt32) -> UInt32
    private var counts: [UInt32: ValueCount] = [:]
    /// The article whose passages are being counted, and its date.
    private var article = UInt32.max
    private var current = ValueCount(id: 0, articles: 1, passages: 0)

    /// - Parameter period: the number of the period that a date `yyyymmdd` lies in.
    init(period: @escaping (UInt32) -> UInt32) { self.period = period }

    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>) {
        columns.date.withElements { dates in
            for docid in docids where dates[Int(docid)] != 0 {
                if articles[Int(docid)] != article {
                    close()
                    article = articles[Int(docid)]
                    current.id = period(dates[Int(docid)])
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
