import ArgumentParser
import DatelineAPI
import DatelineClient

struct Similar: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "similar", _superCommandName: Dateline.name,
        abstract: "Find articles like one, or like a text.",
        discussion: """
            They are sought by the words that tell most about it, which are printed at the end.

              dateline similar seeds/wire/accords-talks.txt
              dateline similar --like "Envoys meet in Baku to talk about a treaty."
            """)

    @Argument(help: "The article's id, or that of one of its passages.") var id: String?
    @Option(help: ArgumentHelp("Like this text instead.", valueName: "text")) var like: String?
    @OptionGroup var selection: SelectionOptions
    @Flag(help: "Say of each hit what its score is made of.") var explain = false
    @OptionGroup var page: PageOptions
    @OptionGroup var columns: ColumnOptions<HitColumn>
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (id == nil) != (like == nil) else { throw ValidationError("give an article's id, or --like TEXT") }
    }

    func invocation() throws -> any Invocation {
        var request = SearchRequest()
        selection.apply(to: &request, words: [])
        request.similarTo = id
        request.like = like
        request.scoreParts = explain ? true : nil
        request.limit = page.limit
        request.after = page.after
        return try SearchInvocation(request: request, all: page.all, options: output.options(columns))
    }
}
