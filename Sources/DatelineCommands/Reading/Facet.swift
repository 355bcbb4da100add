import ArgumentParser
import DatelineAPI
import DatelineClient

struct Facet: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "facet", _superCommandName: Dateline.name,
        abstract: "List a field's values with their counts: articles, passages, field=value.",
        discussion: """
            The last column goes back into --where as it is. With --versus the values that are more frequent here than \
            there come first.

              dateline facet person -n 20 abraham accords
              dateline facet date.month --sort name --where person="Steve Witkoff"
              dateline facet organization --score lift gaza
              dateline facet person --versus ukraine gaza
            """)

    @Argument(
        help: "The field, such as person or date; also date.month and date.year.", completion: LiveCompletion.facet)
    var field: String
    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("Only values with a word that starts so.", valueName: "text"))
    var prefix: String?

    @Option(
        help: ArgumentHelp(
            "What values are ordered by: count, or lift, which is how much more frequent here than anywhere.",
            valueName: "score"))
    var score: String?

    @Option(help: ArgumentHelp("count (by the score) or name.", valueName: "order"))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "Compare with this query: first what is more frequent here, with the articles there and G².",
            valueName: "query"))
    var versus: String?

    @OptionGroup var state: StateOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var columns: ColumnOptions<FacetColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = FacetPageRequest()
        request.at = try state.state()
        selection.apply(to: &request, words: query)
        request.field = field
        request.prefix = prefix
        request.score = score
        request.sort = sort
        request.limit = page.limit
        request.after = page.after
        request.versus = versus
        return try FacetInvocation(request: request, all: page.all, options: output.options(columns))
    }
}
