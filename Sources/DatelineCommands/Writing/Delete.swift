import ArgumentParser
import DatelineClient

struct Delete: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Delete articles.", discussion: "A passage's id, as search prints it, stands for its article.")

    @Argument(help: "Ids.") var ids: [String]
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { DeleteInvocation(ids: ids, options: try output.options()) }
}
