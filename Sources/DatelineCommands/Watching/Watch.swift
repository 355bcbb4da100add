import ArgumentParser
import DatelineAPI
import DatelineClient

struct Watch: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "watch", _superCommandName: Dateline.name,
        abstract: "Print passages that match as they are indexed.",
        discussion: """
            Each new passage is printed when its commit is visible, until the command is ended. It waits for a daemon \
            that restarts, and goes on where it was.

              dateline watch --where place=Baku ceasefire
              dateline watch --saved
              dateline watch --format ndjson --since-revision 41 ceasefire
            """)

    @Argument(help: .query) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Flag(help: "What the queries find that are kept under names: all of them, or those named instead of words.")
    var saved = false

    @Option(
        help: ArgumentHelp(
            "First what came in commits after this revision, as lines of a watch have it.", valueName: "revision"))
    var sinceRevision: Int?

    @Option(name: .customShort("n"), help: ArgumentHelp("End after so many hits.", valueName: "number"))
    var limit: Int?

    @Flag(help: "In ndjson, also the lines that say through which revision all has been sent.")
    var marks = false

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = WatchRequest()
        selection.apply(to: &request, words: saved ? [] : query)
        if saved { request.saved = query.isEmpty ? ["*"] : query }
        request.sinceRevision = sinceRevision
        return try WatchInvocation(request: request, options: output.options(), limit: limit, marks: marks)
    }
}
