import ArgumentParser
import DatelineClient

struct Compact: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "compact", _superCommandName: Dateline.name,
        abstract: "Give the room back to the disk that deleted and replaced articles have left.",
        discussion: """
            It needs room for the whole index once more. Writes wait meanwhile, searches go on.

              dateline compact
            """)

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { CompactInvocation(options: try output.options()) }
}
