/// Counts the values of one facet field over passages that come in ascending order: how many passages have each
/// value, and how many different articles they belong to.
///
/// An article's passages have adjacent docids, so a value's articles are counted exactly by remembering the last one.
/// Only values that occur are ever touched, so that a rare query pays nothing for a field with many values.
final class FacetCounter: WindowCounter {
    /// A value's counts side by side, since they are used together.
    private struct Cell {
        var passages: UInt32 = 0
        var articles: UInt32 = 0
        var lastArticle: UInt32 = .max
    }

    private let facet: Int
    let capacity: Int
    private let cells: UnsafeMutablePointer<Cell>
    private let touched: UnsafeMutablePointer<UInt32>
    private var touchedCount = 0

    /// - Parameters: `facet` is the field's number, `capacity` one above its highest value id.
    init(facet: Int, capacity: Int) {
        self.facet = facet
        self.capacity = max(capacity, 1)
        cells = .allocate(capacity: self.capacity)
        cells.initialize(repeating: Cell(), count: self.capacity)
        touched = .allocate(capacity: self.capacity)
    }

    deinit {
        cells.deallocate()
        touched.deallocate()
    }

    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>) {
        let column = columns.facets[facet]
        column.offsets.withElements { offsets in
            column.ids.withElements { ids in
                guard let offsets = offsets.baseAddress, let ids = ids.baseAddress, let articles = articles.baseAddress
                else { return }
                let last = column.lastDocid
                let cells = cells
                for docid in docids where Int(docid) <= last {
                    var index = Int(offsets[Int(docid)])
                    let end = Int(offsets[Int(docid) &+ 1])
                    guard index < end else { continue }
                    let article = articles[Int(docid)]
                    repeat {
                        let id = Int(ids[index])
                        if cells[id].passages == 0 { touch(id) }
                        cells[id].passages &+= 1
                        if cells[id].lastArticle != article {
                            cells[id].lastArticle = article
                            cells[id].articles &+= 1
                        }
                        index &+= 1
                    } while index < end
                }
            }
        }
    }

    @inline(never)
    private func touch(_ id: Int) {
        precondition(id < capacity, "a value id beyond its table")
        touched[touchedCount] = UInt32(id)
        touchedCount += 1
    }

    func take() -> [ValueCount] {
        let counts = (0..<touchedCount).map { index in
            let id = Int(touched[index])
            defer { cells[id] = Cell() }
            return ValueCount(
                id: UInt32(id), articles: Int(cells[id].articles), passages: Int(cells[id].passages))
        }
        touchedCount = 0
        return counts
    }
}
