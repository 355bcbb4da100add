import ArgumentParser
import DatelineAPI
import DatelineClient

struct Queries: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queries", _superCommandName: Dateline.name,
        abstract: "Keep queries under names, to be watched for.",
        discussion: """
              dateline queries add baku ceasefire --where place=Baku
              dateline watch --saved
              dateline queries remove baku
            """,
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

    struct List: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List them by name.",
            discussion: "  dateline queries list --format ids")

        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation { QueriesInvocation(.list, options: try output.options()) }
    }

    struct Add: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Keep a query, in the place of one of the same name.",
            discussion: """
                  dateline queries add baku ceasefire --where place=Baku
                """)

        @Argument(help: "Its name: letters, digits, '.', '_' and '-'.") var name: String
        @Argument(help: .query) var query: [String] = []
        @OptionGroup var selection: SelectionOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            var request = StandingQueryRequest()
            selection.apply(to: &request, words: query)
            return QueriesInvocation(.add(name: name, request), options: try output.options())
        }
    }

    struct Remove: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Forget a query.", discussion: "  dateline queries remove baku")

        @Argument(help: "Its name.") var name: String
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            QueriesInvocation(.remove(name: name), options: try output.options())
        }
    }
}
