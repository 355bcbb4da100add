import ArgumentParser
import DatelineAPI
import DatelineClient

struct Facet: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "List a field's values with their counts: articles, passages, field=value.")

    @Argument(help: "The field, such as person or date; also date.month and date.year.") var field: String
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

    @OptionGroup var state: StateOptions
    @OptionGroup var page: PageOptions
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
        return try FacetInvocation(request: request, all: page.all, options: output.options())
    }
}
