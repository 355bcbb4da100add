import ArgumentParser
import DatelineClient

struct Screen: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "screen", _superCommandName: Dateline.name,
        abstract: "Look up a list of names, one a line: how each is found, its articles, and who is named with it.",
        discussion: """
            Found is exact (also as Last, First), alias (another name that a correction or gazetteer knows), part (all \\
            its words stand in a longer name), near (a name spelled nearly so, with the characters that differ) or none.

              dateline screen --type person --format tsv names.txt
            """)

    @Argument(help: "A file of names; - is standard input.") var file: String

    @Option(help: ArgumentHelp("person, place, organization or misc; repeatable.", valueName: "type"))
    var type: [String] = []

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        ScreenInvocation(path: file, types: type, options: try output.options())
    }
}
