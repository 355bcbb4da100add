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

    @OptionGroup var state: StateOptions

    @Option(help: ArgumentHelp("Also write a manifest of what was found to a file.", valueName: "file"))
    var pin: String?

    @Option(
        help: ArgumentHelp(
            "Search again as a manifest says, print what came (+), went (-) and moved, and end with 1 if anything did.",
            valueName: "file"))
    var verify: String?

    @OptionGroup var page: PageOptions

    @Option(
        help: ArgumentHelp(
            "Columns of tsv and ndjson: \(HitColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "a,b,c"))
    var fields: String?

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
        return try SearchInvocation(request: request, all: page.all, options: output.options(fields: fields), pin: pin)
    }
}
