/// The output that the user asked for.
package struct OutputOptions: Equatable, Sendable {
    /// The format; with a template, `text`.
    package var format: OutputFormat
    /// `--fields`: the columns of tsv and ndjson, with commas between them; nil for the usual ones.
    package var fields: String?
    /// `--template`: what is printed for each row.
    package var template: Template?
    /// `-0`: ids end with NUL instead of a line end.
    package var nulTerminated: Bool

    /// - Throws: ``ClientError`` with the code `usage`: columns or NULs in a format that has none.
    package init(
        format: OutputFormat = .text, fields: String? = nil, template: Template? = nil, nulTerminated: Bool = false
    ) throws(ClientError) {
        if fields != nil && format != .tsv && format != .ndjson {
            throw .usage("--fields needs --format tsv or ndjson")
        }
        if template != nil && (format != .text || nulTerminated) {
            throw .usage(
                "--template is a format of its own", hint: #"leave --format out, and write \0 where -0 is meant"#)
        }
        if nulTerminated && format != .ids { throw .usage("-0 needs --format ids") }
        self.format = format
        self.fields = fields
        self.template = template
        self.nulTerminated = nulTerminated
    }

    /// What ends an id.
    var idEnd: String { nulTerminated ? "\0" : "\n" }

    /// Whether a person reads what is printed, so that notes may stand beside it.
    var isForPeople: Bool { format == .text && template == nil }

    /// - Throws: ``ClientError`` with the code `usage` unless a command knows the format.
    func require(_ formats: [OutputFormat], for command: String) throws(ClientError) {
        guard formats.contains(format) else {
            throw .usage(
                "\(command) does not print \(format.rawValue)",
                hint: "it prints \(formats.map(\.rawValue).joined(separator: ", "))")
        }
    }

    /// - Throws: ``ClientError`` with the code `usage` when all pages are asked for in a way that means one.
    func requireAllPages(limit: Int?) throws(ClientError) {
        if format == .json { throw .usage("--all does not print json", hint: "it prints text, ndjson, tsv, ids") }
        if limit != nil { throw .usage("--all and -n exclude each other") }
    }
}
