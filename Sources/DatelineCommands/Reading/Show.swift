import ArgumentParser
import DatelineClient

struct Show: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: Dateline.name,
        abstract: "Print an article or a passage.",
        discussion: """
              dateline show co-20250803-accords#1
              dateline show --template '{text}' seeds/wire/accords-talks.txt | wc -w
            """)

    @Argument(help: "An id as search prints it, or an article's.") var id: String
    @OptionGroup var columns: ColumnOptions<ShownColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { ShowInvocation(id: id, options: try output.options(columns)) }
}
