import ArgumentParser
import DatelineClient

struct Export: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "export", _superCommandName: Dateline.name,
        abstract: "Write every article as it was given, one JSON object a line.",
        discussion: """
            dateline index reads it again; with the same tables that makes an equal index.

              dateline export - | gzip > articles.ndjson.gz
            """)

    @Argument(help: "The file, or - for standard output.") var file = "-"
    @Flag(help: "Replace the file when it is there.") var force = false
    @OptionGroup var version: FormatVersionOption
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        try version.check()
        return DownloadInvocation(target: "/v1/export", path: file, force: force)
    }
}
