import ArgumentParser
import DatelineAPI
import DatelineClient

struct Search: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Find passages.")

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("Count this field's values; repeatable.", valueName: "field[:n]"))
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

    @OptionGroup var page: PageOptions

    @Option(
        help: ArgumentHelp(
            "Columns of tsv and ndjson: \(HitColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "a,b,c"))
    var fields: String?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = SearchRequest()
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
            return try SearchBatch(request: request, all: page.all, options: output.options(fields: fields))
        }
        return try SearchInvocation(request: request, all: page.all, options: output.options(fields: fields))
    }
}
