import ArgumentParser
import DatelineClient

/// What is printed of each row of a listing.
struct ColumnOptions<Column: ListingColumn>: ParsableArguments {
    @Option(help: ArgumentHelp("Columns of tsv and ndjson: \(Column.names).", valueName: "a,b,c"))
    var fields: String?

    @Option(
        help: ArgumentHelp(
            #"Print this for each: columns in braces, \t \n \0 \\ {{ }}, as in '\#(Self.example)\n'."#,
            valueName: "text"))
    var template: String?

    /// The first two columns.
    private static var example: String {
        Column.allCases.prefix(2).map { "{\($0.rawValue)}" }.joined(separator: "\\t")
    }
}
