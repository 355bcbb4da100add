import ArgumentParser
import DatelineAPI
import DatelineClient

struct Stories: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "stories", _superCommandName: Dateline.name,
        abstract: "List the largest stories: articles, first and last day, sources, first article, its headline.",
        discussion: """
            A story is a set of articles that are copies or rewrites of one another.

              dateline stories --since 2025-08 -n 10
            """)

    @Option(help: ArgumentHelp("Count articles from this day, month or year on.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Count articles up to this day, month or year.", valueName: "date"))
    var until: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var columns: ColumnOptions<StoryColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = StoriesRequest()
        request.since = since
        request.until = until
        request.limit = page.limit
        request.after = page.after
        return try StoriesInvocation(request: request, all: page.all, options: output.options(columns))
    }
}
