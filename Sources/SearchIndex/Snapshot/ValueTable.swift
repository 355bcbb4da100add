/// The distinct values of one facet field: a number for each, from 0, and its name as people read it.
///
/// Append-only: a value keeps its number for the life of the database. A copy stays as it was when taken. Names are
/// read where they lie, in one run of bytes, so that opening an index reads none of them.
struct ValueTable: Sendable {
    /// Where each name ends in `bytes`; it begins where the one before ends.
    private(set) var ends = Column<UInt32>()
    /// The names in UTF-8, one after the other.
    private(set) var bytes = Column<UInt8>()
    /// What corrections add; nil in what the writer goes on from.
    private var overlay: NameOverlay?

    init() {}

    /// The table that `source` has for the facet field `name`.
    init(from source: ColumnSource, named name: String) throws(ColumnFault) {
        ends = try source.column("\(name).names.ends")
        bytes = try source.column("\(name).names")
    }

    /// The tables of all facet fields, in the order of `Field.facets`.
    static func tables(from source: ColumnSource) throws(ColumnFault) -> [ValueTable] {
        var tables: [ValueTable] = []
        for field in Field.facets { tables.append(try ValueTable(from: source, named: field.name)) }
        return tables
    }

    /// One above the highest number that may occur.
    var count: Int {
        guard let overlay, !overlay.added.isEmpty else { return ends.count }
        return Int(overlay.first) + overlay.added.count
    }

    /// How many values the database has.
    var writtenCount: Int { ends.count }

    /// The table with the names that corrections bring.
    func overlaid(by overlay: NameOverlay) -> ValueTable {
        var table = self
        table.overlay = overlay
        return table
    }

    subscript(id: UInt32) -> String {
        if let name = overlay?[id] { return name }
        let start = id == 0 ? 0 : Int(ends[Int(id) - 1])
        let end = Int(ends[Int(id)])
        return bytes.withElements { String(decoding: $0[start..<end], as: UTF8.self) }
    }

    mutating func append(_ name: String) {
        var name = name
        name.withUTF8 { bytes.append(contentsOf: $0) }
        ends.append(UInt32(bytes.count))
    }

    /// Bytes of memory held.
    var byteCount: Int { ends.byteCount + bytes.byteCount }
}
