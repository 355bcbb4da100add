import ArgumentParser
import DatelineAPI
import DatelineClient

struct Count: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "count", _superCommandName: Dateline.name,
        abstract: "Count articles, or passages or stories with --by.",
        discussion: """
              dateline count --since 2025-08 --until 2025-09 abraham accords
              cut -f 1 names.tsv | dateline count --batch --since 2025

            With --batch each line of standard input is a query, or name⇥query; each line of output is its count, or \
            name⇥count, or error in the place of the count.
            """)

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions
    @Flag(help: "Count a query a line of standard input.")
    var batch = false

    @OptionGroup var state: StateOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = CountRequest()
        request.at = try state.state()
        selection.apply(to: &request, words: query)
        if batch {
            if !query.isEmpty { throw ClientError.usage("--batch reads its queries from standard input") }
            return CountBatch(request: request, options: try output.options())
        }
        return CountInvocation(request: request, options: try output.options())
    }
}
