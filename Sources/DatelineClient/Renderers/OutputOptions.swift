/// The output that the user asked for.
package struct OutputOptions: Equatable, Sendable {
    /// The format.
    package var format: OutputFormat
    /// `--fields`: the columns of tsv and ndjson; nil for the usual ones.
    package var columns: [HitColumn]?
    /// `-0`: ids end with NUL instead of a line end.
    package var nulTerminated: Bool

    /// - Throws: ``ClientError`` with the code `usage`: columns or NULs in a format that has none.
    package init(
        format: OutputFormat = .text, columns: [HitColumn]? = nil, nulTerminated: Bool = false
    ) throws(ClientError) {
        if columns != nil && format != .tsv && format != .ndjson {
            throw .usage("--fields needs --format tsv or ndjson")
        }
        if nulTerminated && format != .ids { throw .usage("-0 needs --format ids") }
        self.format = format
        self.columns = columns
        self.nulTerminated = nulTerminated
    }

    /// What ends an id.
    var idEnd: String { nulTerminated ? "\0" : "\n" }

    /// - Throws: ``ClientError`` with the code `usage` unless a command knows the format.
    func require(_ formats: [OutputFormat], for command: String) throws(ClientError) {
        guard formats.contains(format) else {
            throw .usage(
                "\(command) does not print \(format.rawValue)",
                hint: "it prints \(formats.map(\.rawValue).joined(separator: ", "))")
        }
        guard columns == nil || command == "search" else { throw .usage("only search has --fields") }
    }

    /// - Throws: ``ClientError`` with the code `usage` when all pages are asked for in a way that means one.
    func requireAllPages(limit: Int?) throws(ClientError) {
        if format == .json { throw .usage("--all does not print json", hint: "it prints text, ndjson, tsv, ids") }
        if limit != nil { throw .usage("--all and -n exclude each other") }
    }
}
