import ArgumentParser
import DatelineAPI
import DatelineClient

struct Suggest: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "suggest", _superCommandName: Dateline.name,
        abstract: "Complete the last word typed, with words and names: articles, passages, type=text.",
        discussion: """
            Names are found by any of their words. The articles of a word, type word, are not counted.

              dateline suggest -n 5 steve wi
            """)

    @Argument(help: "What was typed so far.") var prefix: [String]

    @Option(name: .customShort("n"), help: ArgumentHelp("How many words and names at most.", valueName: "n"))
    var limit: Int?

    @OptionGroup var columns: ColumnOptions<SuggestionColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = SuggestRequest()
        request.q = prefix.joined(separator: " ")
        request.n = limit
        return SuggestInvocation(request: request, options: try output.options(columns))
    }
}
