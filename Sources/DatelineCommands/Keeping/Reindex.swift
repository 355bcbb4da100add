import ArgumentParser
import DatelineClient

struct Reindex: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "reindex", _superCommandName: Dateline.name,
        abstract: "Make every article anew from what is stored, with the tables and rules of now.",
        discussion: """
            Searches go on; whoever writes meanwhile is told to come again.

              dateline reindex
            """)

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { ReindexInvocation(options: try output.options()) }
}
