import ArgumentParser
import DatelineAPI

/// Which passages are meant.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only these; repeated: any within a field, all across. The value * is any.", valueName: "field=value"),
        completion: LiveCompletion.filter)
    var filters: [String] = []

    @Option(help: ArgumentHelp("One and all of these.", valueName: "field=value"), completion: LiveCompletion.filter)
    var allOf: [String] = []

    @Option(help: ArgumentHelp("None of these.", valueName: "field=value"), completion: LiveCompletion.filter)
    var without: [String] = []

    @Option(help: ArgumentHelp("From this day, month or year on.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Up to this day, month or year.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Group by, or count: article, passage or story.", valueName: "unit"))
    var by: String?

    @Option(help: ArgumentHelp("How many of the plain words must match: auto, all or any.", valueName: "mode"))
    var match: String?

    func apply(to request: inout some SelectionRequest, words: [String]) {
        request.q = words.isEmpty ? nil : words.joined(separator: " ")
        request.where = filters
        request.allOf = allOf
        request.without = without
        request.since = since
        request.until = until
        request.by = by
        request.match = match
    }
}
