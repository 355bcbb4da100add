/// A row as a flat JSON object of some columns; an absent value is null, so that every line has the same keys.
struct SelectedColumns<Column: ListingColumn>: Encodable {
    let row: Column.Row
    let columns: [Column]

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Column.self)
        for column in columns { try container.encode(column.value(of: row), forKey: column) }
    }
}
