import ArgumentParser
import DatelineAPI
import DatelineClient

struct Timeline: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "timeline", _superCommandName: Dateline.name,
        abstract: "Count what matches by day, week, month or year: period, count, total, rate.",
        discussion: """
            The total is of the whole index; the rate is of so many of them as --per says. On a terminal it is a plot, of \
            rates when --per is given.

              dateline timeline --every month --per 1000 ceasefire
            """)

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("day, week (of ISO 8601), month or year; otherwise what suits.", valueName: "period"))
    var every: String?

    @Option(help: ArgumentHelp("Give rates for each so many articles of a period; 1000.", valueName: "number"))
    var per: Int?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = TimelineRequest()
        selection.apply(to: &request, words: query)
        request.every = every
        request.per = per
        return TimelineInvocation(request: request, options: try output.options())
    }
}
