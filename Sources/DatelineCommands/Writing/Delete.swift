import ArgumentParser
import DatelineClient

struct Delete: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "delete", _superCommandName: Dateline.name,
        abstract: "Delete articles.",
        discussion: """
            A passage's id, as search prints it, stands for its article.

              dateline delete wire/12 wire/40
              dateline search --format ids --all --until 1999 | xargs -d "\\n" dateline delete
            """)

    @Argument(help: "Ids.") var ids: [String]
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { DeleteInvocation(ids: ids, options: try output.options()) }
}
