import QueryLanguage

/// Finds the passages of articles dated within a range, from the date column.
enum DateFilter {
    /// Articles without a date are in no range.
    static func passages(in range: DateRange, of snapshot: Snapshot) -> PassageSet {
        var docids: [UInt32] = []
        snapshot.columns.date.withElements { dates in
            snapshot.live.forEachBlock { block in
                for docid in block where dates[Int(docid)] != 0 && range.contains(dates[Int(docid)]) {
                    docids.append(docid)
                }
            }
        }
        return PassageSet(docids)
    }
}
