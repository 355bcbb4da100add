import ArgumentParser
import DatelineClient

struct EntitiesGazetteersRemove: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove some.",
        discussion: "  dateline entities gazetteers remove harbours")

    @Argument(help: "Their names.") var names: [String]
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        EntitiesGazetteersRemoveInvocation(names: names, options: try output.options())
    }
}
