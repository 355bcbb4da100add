/// What a stamp says of a column, whatever its elements are.
protocol StoredColumn {
    /// Elements.
    var count: Int { get }
    /// The name of the file that holds the column; nil when it is in the heap.
    var fileName: String? { get }
    /// Moves a checksum of the column's first elements on to all of them.
    func extend(_ checksum: inout ColumnChecksum)
}

extension Column: StoredColumn where Element: FixedWidthInteger {
    func extend(_ checksum: inout ColumnChecksum) { withElements { checksum.extend(over: $0) } }
}

extension Snapshot {
    /// All columns that a stamp covers.
    var storedColumns: [any StoredColumn] {
        [columns.length, columns.article, columns.date, columns.removed]
            + columns.facets.flatMap { [$0.offsets, $0.ids] }
            + values.flatMap { [$0.ends, $0.bytes] as [any StoredColumn] }
    }
}
