import ArgumentParser
import DatelineAPI
import DatelineClient

struct Pairs: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "pairs", _superCommandName: Dateline.name,
        abstract: "List who stands with whom in the same passage.",
        discussion: """
            The columns are articles and passages with both, lift (how many times more often than by chance), \
            log-likelihood (how sure that is; negative for less often), field=value, field=value.

              dateline pairs person organization --min 2 --sort loglikelihood accords
              dateline pairs person person --all --graph edges > edges.tsv      # for Gephi
              dateline pairs person place -n 50 --graph dot | dot -Tsvg > map.svg
            """)

    @Argument(help: "A field of names or keywords, such as person.") var first: String
    @Argument(help: "Another one, or the same.") var second: String
    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("count, lift or loglikelihood.", valueName: "order"))
    var sort: String?

    @Option(help: ArgumentHelp("Only pairs with so many passages in common.", valueName: "number"))
    var min: Int?

    @Option(
        help: ArgumentHelp(
            "A graph: edges, a table that Gephi imports, or dot, for Graphviz. Weights are articles, or passages with "
                + "--by passage.", valueName: "kind"))
    var graph: PairGraph?

    @OptionGroup var page: PageOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = PairsRequest()
        selection.apply(to: &request, words: query)
        request.field = [first, second]
        request.sort = sort
        request.min = min
        request.limit = page.limit
        request.after = page.after
        return try PairsInvocation(request: request, all: page.all, graph: graph, options: output.options())
    }
}

extension PairGraph: ExpressibleByArgument {}
