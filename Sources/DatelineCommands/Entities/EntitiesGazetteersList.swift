import ArgumentParser
import DatelineClient

struct EntitiesGazetteersList: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List them.")

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { EntitiesGazetteersInvocation(options: try output.options()) }
}
