/// Counts the values of one facet field over passages that come in ascending order: how many passages have each
/// value, and how many different articles they belong to.
///
/// An article's passages have adjacent docids, so a value's articles are counted exactly by remembering the last one.
/// Only values that occur are ever touched, so that a rare query pays nothing for a field with many values.
///
/// It works in three steps, a run of passages at a time: where each passage's values lie, which they are, and counting
/// them. Where a step reads cannot be predicted, and neither can how many values a passage has; apart, the steps do not
/// wait for one another, and many reads of a step are under way at once.
final class FacetCounter: WindowCounter {
    /// A value's counts side by side, since they are used together; 16 bytes, so that none lies in two cache lines.
    private struct Cell {
        var passages: UInt32 = 0
        var articles: UInt32 = 0
        var lastArticle: UInt32 = .max
        var unused: UInt32 = 0
    }

    /// Where the values of a passage lie in the column, and the number of its article.
    private struct Row {
        var start: UInt32
        var end: UInt32
        var article: UInt32
    }

    private let facet: Int
    let capacity: Int
    private let cells: UnsafeMutablePointer<Cell>
    private let touched: UnsafeMutablePointer<UInt32>
    private var touchedCount = 0
    private let rows: UnsafeMutablePointer<Row>
    private static let rowCapacity = 1_024
    /// Occurrences that are still to be counted: the article's number above, the value's id below.
    private let waiting: UnsafeMutablePointer<UInt64>
    private static let waitingCapacity = 4_096

    /// - Parameters: `facet` is the field's number, `capacity` one above its highest value id.
    init(facet: Int, capacity: Int) {
        self.facet = facet
        self.capacity = max(capacity, 1)
        cells = .allocate(capacity: self.capacity)
        cells.initialize(repeating: Cell(), count: self.capacity)
        touched = .allocate(capacity: self.capacity)
        rows = .allocate(capacity: Self.rowCapacity)
        waiting = .allocate(capacity: Self.waitingCapacity)
    }

    deinit {
        cells.deallocate()
        touched.deallocate()
        rows.deallocate()
        waiting.deallocate()
    }

    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>) {
        let column = columns.facets[facet]
        column.offsets.withElements { offsets in
            column.ids.withElements { ids in
                guard let offsets = offsets.baseAddress, let articles = articles.baseAddress else { return }
                let (rows, last) = (rows, column.lastDocid)
                var next = 0
                while next < docids.count {
                    var count = 0
                    let end = min(docids.count, next + Self.rowCapacity)
                    for index in next..<end where Int(docids[index]) <= last {
                        let docid = Int(docids[index])
                        rows[count] = Row(start: offsets[docid], end: offsets[docid &+ 1], article: articles[docid])
                        count &+= 1
                    }
                    countRows(count, ids)
                    next = end
                }
            }
        }
    }

    /// Lines up the values of the first `rowCount` rows, and counts them.
    @inline(never)
    private func countRows(_ rowCount: Int, _ column: UnsafeBufferPointer<UInt32>) {
        guard let ids = column.baseAddress else { return }
        // Two ids are read for each passage, whether it has them or not: those at the column's end could lie beyond it.
        let safe = column.count - 2
        let (rows, waiting) = (rows, waiting)
        var count = 0
        for index in 0..<rowCount {
            let row = rows[index]
            let (start, values) = (Int(row.start), Int(row.end &- row.start))
            let article = UInt64(row.article) << 32
            if count &+ 2 > Self.waitingCapacity { flush(&count) }
            if values <= 2, start <= safe {
                waiting[count] = article | UInt64(ids[start])
                waiting[count &+ 1] = article | UInt64(ids[start &+ 1])
                count &+= values
            } else {
                for place in start..<start + values {
                    if count == Self.waitingCapacity { flush(&count) }
                    waiting[count] = article | UInt64(ids[place])
                    count &+= 1
                }
            }
        }
        flush(&count)
    }

    /// Counts what waits.
    @inline(never)
    private func flush(_ count: inout Int) {
        let (cells, capacity, waiting) = (cells, capacity, waiting)
        for index in 0..<count {
            let id = Int(truncatingIfNeeded: waiting[index] & 0xFFFF_FFFF)
            let article = UInt32(truncatingIfNeeded: waiting[index] >> 32)
            precondition(id < capacity, "a value id beyond its table")
            let cell = cells + id
            if cell.pointee.passages == 0 { touch(id) }
            cell.pointee.passages &+= 1
            cell.pointee.articles &+= cell.pointee.lastArticle != article ? 1 : 0
            cell.pointee.lastArticle = article
        }
        count = 0
    }

    @inline(never)
    private func touch(_ id: Int) {
        touched[touchedCount] = UInt32(id)
        touchedCount += 1
    }

    func take() -> [ValueCount] {
        let counts = (0..<touchedCount).map { index in
            let id = Int(touched[index])
            let count = ValueCount(
                id: touched[index], articles: Int(cells[id].articles), passages: Int(cells[id].passages))
            cells[id] = Cell()
            return count
        }
        touchedCount = 0
        return counts
    }
}
