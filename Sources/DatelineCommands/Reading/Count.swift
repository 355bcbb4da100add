import ArgumentParser
import DatelineAPI
import DatelineClient

struct Count: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Count articles, or passages or stories with --by.",
        discussion: "  dateline count --since 2025-08 --until 2025-09 abraham accords")

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = CountRequest()
        selection.apply(to: &request, words: query)
        return CountInvocation(request: request, options: try output.options())
    }
}
