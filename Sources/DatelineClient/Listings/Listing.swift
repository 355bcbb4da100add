/// Prints rows in the columns that `--fields` or `--template` asks for.
struct Listing<Column: ListingColumn>: Sendable where Column.Row: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case column(Column)
    }

    private let format: OutputFormat
    private let columns: [Column]?
    private let template: [Piece]?

    /// - Throws: ``ClientError`` with the code `usage` for a column that this listing does not have.
    init(_ options: OutputOptions) throws(ClientError) {
        format = options.format
        columns = try options.fields.map { list throws(ClientError) in try Column.parse(list) }
        var pieces: [Piece] = []
        for piece in options.template?.pieces ?? [] {
            switch piece {
            case .text(let text): pieces.append(.text(text))
            case .column(let name): pieces.append(.column(try Column.known(name)))
            }
        }
        template = options.template == nil ? nil : pieces
    }

    /// Prints the rows, unless neither option was given: false then, and nothing is printed.
    ///
    /// - Throws: ``ClientError`` with the code `output_failed`.
    func print(_ rows: [Column.Row], on output: Output) throws(ClientError) -> Bool {
        if let template {
            // Values are made safe on a terminal, and not what the user has written.
            let text = rows.map { row in template.map { piece($0, of: row, safe: output.isTerminal) }.joined() }
            try output.write(text.joined())
            return true
        }
        guard let columns else { return false }
        if format == .ndjson {
            try output.write(exact: JSONLines.render(rows.map { SelectedColumns(row: $0, columns: columns) }))
        } else {
            let lines = rows.map { row in columns.map { $0.value(of: row).text } }
            try output.write(exact: Array(TabSeparated.render(lines).utf8))
        }
        return true
    }

    private func piece(_ piece: Piece, of row: Column.Row, safe: Bool) -> String {
        switch piece {
        case .text(let text): return text
        case .column(let column):
            let text = column.value(of: row).text
            return safe ? TerminalText.safe(text) : text
        }
    }
}
