import ArgumentParser
import DatelineClient

struct EntitiesGazetteersList: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them.", discussion: "  dateline entities gazetteers list --tsv")

    @OptionGroup var columns: ColumnOptions<GazetteerColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { EntitiesGazetteersInvocation(options: try output.options(columns)) }
}
