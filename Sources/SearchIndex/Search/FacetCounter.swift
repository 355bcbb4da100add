/// Counts the values of one facet field over passages that come in ascending order: how many passages have each
/// value, and how many different articles they belong to.
///
/// An article's passages have adjacent docids, so a value's articles are counted exactly by remembering the last one.
struct FacetCounter {
    private let column: IDColumn
    private(set) var passages: [UInt32]
    private(set) var articles: [UInt32]
    private var lastArticle: [UInt32]

    init(column: IDColumn, valueCount: Int) {
        self.column = column
        passages = [UInt32](repeating: 0, count: valueCount)
        articles = passages
        lastArticle = [UInt32](repeating: .max, count: valueCount)
    }

    /// Counts a block of ascending docids; `article` is the column of article ordinals.
    mutating func count(_ docids: UnsafeBufferPointer<UInt32>, article: UnsafeBufferPointer<UInt32>) {
        column.offsets.withElements { offsets in
            column.ids.withElements { ids in
                for docid in docids where Int(docid) + 1 < offsets.count {
                    let ordinal = article[Int(docid)]
                    for id in ids[Int(offsets[Int(docid)])..<Int(offsets[Int(docid) + 1])] {
                        let id = Int(id)
                        passages[id] += 1
                        if lastArticle[id] != ordinal {
                            lastArticle[id] = ordinal
                            articles[id] += 1
                        }
                    }
                }
            }
        }
    }
}
