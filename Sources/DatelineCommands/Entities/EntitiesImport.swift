import ArgumentParser
import DatelineClient

struct EntitiesImport: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add a list of names of your own: rows of index/README.md's columns, or a dump of GeoNames.",
        discussion: """
            It is checked as a whole and kept with the index. Articles indexed from then on are recognized with it, and \
            where it claims a spelling that the built-in names have, it wins.

              dateline entities import harbours.tsv
              dateline entities import --name places --min-population 1000 cities500.txt.gz
            """)

    @Argument(help: "The file, also with .gz, or - for standard input.") var file: String

    @Option(help: ArgumentHelp("What to call it; otherwise as the file.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Of a dump of GeoNames, only places with so many people.", discussion: "Default: 5000",
            valueName: "people"))
    var minPopulation: Int?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        EntitiesImportInvocation(path: file, name: name, minPopulation: minPopulation, options: try output.options())
    }
}
