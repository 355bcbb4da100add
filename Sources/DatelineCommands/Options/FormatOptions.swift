import ArgumentParser
import DatelineClient

struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("text, json, ndjson, tsv or ids. (default: text)", valueName: "format"))
    var format: OutputFormat?

    @Flag(help: "As --format tsv.")
    var tsv = false

    @Flag(name: .customShort("0"), help: "End each id with NUL; for xargs -0.")
    var nul = false

    @OptionGroup var version: FormatVersionOption

    /// - Throws: ``ClientError`` with the code `usage`: options that contradict each other, or an unknown version.
    func options() throws(ClientError) -> OutputOptions { try options(fields: nil) }

    /// The same with columns: `fields` or a template.
    func options<Column: ListingColumn>(_ columns: ColumnOptions<Column>) throws(ClientError) -> OutputOptions {
        try options(fields: columns.fields, template: columns.template)
    }

    private func options(fields: String?, template: String? = nil) throws(ClientError) -> OutputOptions {
        try version.check()
        if tsv, let format, format != .tsv {
            throw .usage("--tsv and --format \(format.rawValue) exclude each other")
        }
        let template = try template.map { source throws(ClientError) in try Template(source) }
        return try OutputOptions(
            format: tsv ? .tsv : format ?? .text, fields: fields, template: template, nulTerminated: nul)
    }
}

extension OutputFormat: ExpressibleByArgument {}
