import ArgumentParser
import DatelineClient

struct Status: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Print what the daemon says about itself.")

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { StatusInvocation(options: try output.options()) }
}
