/// The distinct values of one facet field: a number for each, from 0, and its name as people read it.
///
/// Append-only: a value keeps its number for the life of the database. A copy stays as it was when taken.
struct ValueTable: Sendable {
    private(set) var names = ChunkedArray<String>()

    var count: Int { names.count }

    subscript(id: UInt32) -> String { names[Int(id)] }

    mutating func append(_ name: String) { names.append(name) }
}
