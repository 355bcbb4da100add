import Corpus
import Entities

/// Counts a facet field's values over a set of passages.
struct FacetCounting {
    let snapshot: Snapshot

    /// All values of `field` among `passages`, in no order.
    /// - Parameter selected: keys of the values that filters name.
    func counts(of field: Field, over passages: PassageSet, selected: Set<String>) -> [FacetCount] {
        guard let facet = field.facet else { return dates(over: passages) }
        let values = snapshot.values[facet]
        var counter = FacetCounter(column: snapshot.columns.facets[facet], valueCount: values.count)
        snapshot.columns.article.withElements { articles in
            passages.forEachBlock { counter.count($0, article: articles) }
        }
        return (0..<values.count).compactMap { id in
            guard counter.passages[id] > 0 else { return nil }
            let name = values[UInt32(id)]
            return FacetCount(
                value: name, articles: Int(counter.articles[id]), passages: Int(counter.passages[id]),
                selected: !selected.isEmpty && selected.contains(NameKey.key(name)))
        }
    }

    /// The days of publication among `passages`.
    private func dates(over passages: PassageSet) -> [FacetCount] {
        var counts: [UInt32: (articles: Int, passages: Int)] = [:]
        var last: UInt32?
        let columns = snapshot.columns
        columns.article.withElements { articles in
            columns.date.withElements { dates in
                passages.forEachBlock { block in
                    for docid in block where dates[Int(docid)] != 0 {
                        let isNew = articles[Int(docid)] != last
                        last = articles[Int(docid)]
                        counts[dates[Int(docid)], default: (0, 0)].passages += 1
                        if isNew { counts[dates[Int(docid)], default: (0, 0)].articles += 1 }
                    }
                }
            }
        }
        return counts.compactMap { date, count in
            guard let day = CalendarDay(yyyymmdd: date) else { return nil }
            return FacetCount(
                value: day.description, articles: count.articles, passages: count.passages, selected: false)
        }
    }
}
