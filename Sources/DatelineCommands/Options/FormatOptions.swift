import ArgumentParser
import DatelineClient

struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("text, json, ndjson, tsv or ids.", valueName: "format"))
    var format = OutputFormat.text

    @Flag(name: .customShort("0"), help: "End each id with NUL; for xargs -0.")
    var nul = false

    func options(fields: String? = nil) throws -> OutputOptions {
        try OutputOptions(format: format, columns: fields.map { try HitColumn.parse($0) }, nulTerminated: nul)
    }
}

extension OutputFormat: ExpressibleByArgument {}
