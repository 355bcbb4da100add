import ArgumentParser
import DatelineAPI
import DatelineClient

struct Search: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "search", _superCommandName: Dateline.name,
        abstract: "Find passages.",
        discussion: """
            dateline(1) has the exit statuses; docs/QUERY.md the language of queries.

              dateline search --facet person --since 2025-08 abraham accords
              dateline search --where 'person=Steve Witkoff' '"abraham accords" -gaza'
              dateline search --template '{date}\\t{title}\\n' --sort newest baku
              dateline search --format ids -0 baku | xargs -0 dateline delete
            """)

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(
        help: ArgumentHelp("Count this field's values; repeatable.", valueName: "field[:n]"),
        completion: LiveCompletion.facet)
    var facet: [String] = []

    @Option(help: ArgumentHelp("What a facet's values are ordered by: count or lift.", valueName: "score"))
    var score: String?

    @Option(help: ArgumentHelp("relevance, newest or oldest.", valueName: "order"))
    var sort: String?

    @Option(help: ArgumentHelp("What gives scores: ineb2 or bm25.", valueName: "name"))
    var ranking: String?

    @Flag(help: "Do not let what the best articles share move others up.")
    var noFeedback = false

    @Flag(help: "Say of each hit what its score is made of.")
    var explain = false

    @Flag(help: "Say on standard error how the query ran.")
    var explainQuery = false

    @Flag(help: "Search for a query a line of standard input, which may have a name and a tab in front: ndjson or tsv.")
    var batch = false

    @OptionGroup var state: StateOptions

    @Option(help: ArgumentHelp("Also write a manifest of what was found to a file.", valueName: "file"))
    var pin: String?

    @Option(
        help: ArgumentHelp(
            "Search again as a manifest says, print what came (+), went (-) and moved, and end with 1 if anything did.",
            valueName: "file"))
    var verify: String?

    @OptionGroup var page: PageOptions

    @OptionGroup var columns: ColumnOptions<HitColumn>

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        if let verify { return VerifyInvocation(try VerifyInvocation.manifest(in: verify)) }
        var request = SearchRequest()
        request.at = try state.state()
        selection.apply(to: &request, words: query)
        request.facet = facet
        request.score = score
        request.sort = sort
        request.ranking = ranking
        request.feedback = noFeedback ? false : nil
        request.explain = explainQuery ? true : nil
        request.scoreParts = explain ? true : nil
        request.limit = page.limit
        request.after = page.after
        if batch {
            if !query.isEmpty { throw ClientError.usage("--batch reads its queries from standard input") }
            if pin != nil { throw ClientError.usage("--batch takes no --pin") }
            return try SearchBatch(request: request, all: page.all, options: output.options(columns))
        }
        return try SearchInvocation(request: request, all: page.all, options: output.options(columns), pin: pin)
    }
}
