import ArgumentParser
import DatelineClient

struct Check: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: Dateline.name,
        abstract: "Look the index over: every file, and whether articles and passages fit together.",
        discussion: """
            Writes wait meanwhile, searches go on. When the index is too damaged for the daemon to start, \
            datelined --check does the same. Exit status 7 when it is damaged.

              dateline check --format json
            """)

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { CheckInvocation(options: try output.options()) }
}
