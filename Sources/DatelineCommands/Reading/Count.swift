import ArgumentParser
import DatelineAPI
import DatelineClient

struct Count: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Count articles, or passages or stories with --by.")

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var state: StateOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = CountRequest()
        request.at = try state.state()
        selection.apply(to: &request, words: query)
        return CountInvocation(request: request, options: try output.options())
    }
}
