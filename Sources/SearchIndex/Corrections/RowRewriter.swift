/// Writes the rows of some facet columns anew, with other values in the place of those that corrections speak of.
struct RowRewriter {
    /// Rows of one column, one after the other: where each ends in `ids`.
    struct Rows {
        var ends: [UInt32] = []
        var ids: [UInt32] = []
    }

    /// What corrections bring into a row.
    private struct Moved {
        let docid: UInt32
        let id: UInt32
    }

    private let columns: Columns
    private let facets: Set<Int>
    private let outcomes: [ValuePlace: Outcome]
    /// By facet: whether a value is one of those that corrections speak of.
    private var isChanged: [[Bool]]

    /// - Parameter changes: the values that corrections speak of, and what they mean.
    init(_ written: Snapshot, facets: Set<Int>, changes: [(ValuePlace, Outcome)]) {
        columns = written.columns
        self.facets = facets
        isChanged = written.values.indices.map { facet in
            facets.contains(facet) ? [Bool](repeating: false, count: written.values[facet].count) : []
        }
        var outcomes: [ValuePlace: Outcome] = [:]
        for (place, outcome) in changes {
            if case .value(place) = outcome { continue }
            isChanged[place.facet][Int(place.id)] = true
            outcomes[place] = outcome
        }
        self.outcomes = outcomes
    }

    /// The rows of some passages in each of the columns.
    func rows(of docids: ClosedRange<UInt32>) -> [Int: Rows] {
        var moved = [[Moved]](repeating: [], count: columns.facets.count)
        var rows: [Int: Rows] = [:]
        for facet in facets { rows[facet] = kept(docids, facet, &moved) }
        for facet in facets where !moved[facet].isEmpty {
            if let kept = rows[facet] { rows[facet] = Self.merged(kept, moved[facet], first: docids.lowerBound) }
        }
        return rows
    }

    /// Copies what stays in the rows of a column, and hands out the rest.
    private func kept(_ docids: ClosedRange<UInt32>, _ facet: Int, _ moved: inout [[Moved]]) -> Rows {
        let column = columns.facets[facet]
        let isChanged = isChanged[facet]
        var rows = Rows()
        rows.ends.reserveCapacity(docids.count)
        column.offsets.withElements { offsets in
            column.ids.withElements { ids in
                for docid in docids {
                    if Int(docid) <= column.lastDocid {
                        for id in ids[Int(offsets[Int(docid)])..<Int(offsets[Int(docid) + 1])] {
                            if !isChanged[Int(id)] {
                                rows.ids.append(id)
                            } else if let place = outcomes[ValuePlace(facet: facet, id: id)]?.value(in: docid, columns)
                            {
                                moved[place.facet].append(Moved(docid: docid, id: place.id))
                            }
                        }
                    }
                    rows.ends.append(UInt32(rows.ids.count))
                }
            }
        }
        return rows
    }

    /// The rows with what was moved into them: ascending, each value once.
    private static func merged(_ kept: Rows, _ moved: [Moved], first: UInt32) -> Rows {
        var merged = Rows()
        merged.ends.reserveCapacity(kept.ends.count)
        merged.ids.reserveCapacity(kept.ids.count + moved.count)
        let moved = moved.sorted { ($0.docid, $0.id) < ($1.docid, $1.id) }
        var next = 0
        var start = 0
        for (row, end) in kept.ends.enumerated() {
            let own = kept.ids[start..<Int(end)]
            start = Int(end)
            var added: [UInt32] = []
            while next < moved.count, moved[next].docid == first + UInt32(row) {
                added.append(moved[next].id)
                next += 1
            }
            if added.isEmpty { merged.ids += own } else { merged.ids += Set(own).union(added).sorted() }
            merged.ends.append(UInt32(merged.ids.count))
        }
        return merged
    }
}
