import ArgumentParser
import DatelineClient

struct Status: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "status", _superCommandName: Dateline.name,
        abstract: "Print what the daemon says about itself.", discussion: "  dateline status --tsv | grep articles")

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { StatusInvocation(options: try output.options()) }
}
