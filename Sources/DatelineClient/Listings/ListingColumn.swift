/// The columns of one kind of listing: what `--fields` and `--template` name.
package protocol ListingColumn: RawRepresentable<String>, CaseIterable, CodingKey, Sendable {
    /// What a line tells of.
    associatedtype Row

    /// The column that a name means; nil when it means none.
    static func named(_ name: String) -> Self?

    /// What the row has in this column.
    func value(of row: Row) -> ColumnValue
}

extension ListingColumn {
    package static func named(_ name: String) -> Self? { Self(rawValue: name) }

    /// The names, for help and errors: `articles, passages, value`.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The columns of a list such as `id,title`.
    ///
    /// - Throws: ``ClientError`` with the code `usage` for an unknown one.
    package static func parse(_ list: String) throws(ClientError) -> [Self] {
        var columns: [Self] = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            columns.append(try known(String(name)))
        }
        return columns
    }

    /// - Throws: ``ClientError`` with the code `usage` for an unknown one.
    static func known(_ name: String) throws(ClientError) -> Self {
        guard let column = named(name) else {
            throw .usage("there is no column \"\(name)\"", hint: "known are \(names)")
        }
        return column
    }
}
