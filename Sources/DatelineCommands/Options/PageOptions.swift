import ArgumentParser

/// One page or all of them.
struct PageOptions: ParsableArguments {
    @Option(name: .customShort("n"), help: ArgumentHelp("How many at most.", valueName: "number"))
    var limit: Int?

    @Option(help: ArgumentHelp("Go on after this cursor.", valueName: "cursor"))
    var after: String?

    @Flag(help: "Every result, page after page.")
    var all = false
}
