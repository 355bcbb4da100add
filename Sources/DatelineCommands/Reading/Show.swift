import ArgumentParser
import DatelineClient

struct Show: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Print an article or a passage.")

    @Argument(help: "An id as search prints it, or an article's.") var id: String
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { ShowInvocation(id: id, options: try output.options()) }
}
