/// What a stamp covers of a column, whatever its elements are.
protocol StoredColumn {
    /// Elements.
    var count: Int { get }
    /// The name of the file that holds the column; nil when it is in the heap.
    var fileName: String? { get }
    /// Calls `body` with the elements' bytes. Valid during the call only.
    func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R
}

extension Column: StoredColumn {
    func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R { withElements { body(UnsafeRawBufferPointer($0)) } }
}

extension Snapshot {
    /// All columns that a stamp covers.
    var storedColumns: [any StoredColumn] {
        [
            columns.length, columns.articleLength, columns.article, columns.story, columns.date, columns.removed,
        ]
            + columns.facets.flatMap { [$0.offsets, $0.ids] }
            + values.flatMap { [$0.ends, $0.bytes] as [any StoredColumn] }
    }
}
