import ArgumentParser
import DatelineAPI
import DatelineClient
import Glibc

/// The command line: flags as typed become an `Invocation`, which does the rest.
@main
struct Dateline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Search news articles, and index them.",
        discussion: """
            A daemon, datelined, keeps the index; the first command starts one of your own.

              dateline index articles/
              dateline search --facet person abraham accords

            Exit status: 0 something matched or all was accepted, 1 nothing matched, 2 usage or query error, \
            3 partly done, 4 no daemon, 5 no permission, 6 stale cursor, 7 damaged index, 75 try again.
            """,
        version: "dateline \(Release.version)",
        subcommands: [
            Index.self, Search.self, Count.self, Facet.self, Similar.self, Suggest.self, Show.self, Stories.self,
            Entities.self, Delete.self,
            Status.self, Check.self, Compact.self, Backup.self, Restore.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if let runner = command as? any Runner {
                let invocation = try runner.invocation()
                let status = await invocation.perform(socket: runner.daemon.socket, starts: !runner.daemon.noStart)
                Glibc.exit(status.rawValue)
            }
            if let restore = command as? Restore { Glibc.exit(restore.invocation.perform().rawValue) }
            try command.run()
        } catch let error as ClientError {
            try? Output.diagnostics(.current).write(ErrorText.render(error))
            Glibc.exit(error.exitStatus.rawValue)
        } catch  where exitCode(for: error) == .validationFailure {
            let message = fullMessage(for: error)
            let isExclusion = message.contains("Unknown option '-") && !message.contains("Unknown option '--")
            let hint =
                isExclusion ? "\nTo leave a word out, put -- before the query: dateline search -- gaza -hamas" : ""
            try? Output.diagnostics(.current).write(TerminalText.safe(message + hint, keepingLines: true) + "\n")
            Glibc.exit(ExitStatus.usage.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}

/// A command that asks the daemon.
protocol Runner {
    var daemon: DaemonOptions { get }
    func invocation() throws -> any Invocation
}

struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The daemon's socket; otherwise $DATELINE_SOCKET or this user's own.", valueName: "path"))
    var socket: String?

    @Flag(help: "Do not start a daemon when none listens.")
    var noStart = false
}

struct FormatOptions: ParsableArguments {
    @Option(help: ArgumentHelp("text, json, ndjson, tsv or ids.", valueName: "format"))
    var format = OutputFormat.text

    @Flag(name: .customShort("0"), help: "End each id with NUL; for xargs -0.")
    var nul = false

    func options(fields: String? = nil) throws -> OutputOptions {
        try OutputOptions(format: format, columns: fields.map { try HitColumn.parse($0) }, nulTerminated: nul)
    }
}

extension OutputFormat: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}

/// Which passages are meant.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only these; repeated: any within a field, all across. The value * is any.", valueName: "field=value"))
    var filters: [String] = []

    @Option(help: ArgumentHelp("One and all of these.", valueName: "field=value"))
    var allOf: [String] = []

    @Option(help: ArgumentHelp("None of these.", valueName: "field=value"))
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

/// One page or all of them.
struct PageOptions: ParsableArguments {
    @Option(name: .customShort("n"), help: ArgumentHelp("How many at most.", valueName: "number"))
    var limit: Int?

    @Option(help: ArgumentHelp("Go on after this cursor.", valueName: "cursor"))
    var after: String?

    @Flag(help: "Every result, page after page.")
    var all = false
}

private let queryHelp: ArgumentHelp = "The query; nothing is everything. Put -- before words that begin with a hyphen."

struct Index: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Add articles: files, folders, or - for standard input.",
        discussion: """
            Known files are .txt .text .md .markdown .html .htm .xhtml .json .ndjson .jsonl, each also with .gz.
            An article that is there already is replaced, or skipped when it has not changed.
            """)

    @Argument(help: "Files, folders, or -.") var paths: [String]

    @Option(help: ArgumentHelp("Name files relative to this folder instead of by absolute path.", valueName: "folder"))
    var base: String?

    @Option(
        help: ArgumentHelp(
            "plain, markdown, html, json or ndjson: of standard input and named files.", valueName: "format"))
    var inputFormat: InputFormat?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        IndexInvocation(paths: paths, base: base, inputFormat: inputFormat, options: try output.options())
    }
}

struct Search: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Find passages.")

    @Argument(help: queryHelp) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("Count this field's values; repeatable.", valueName: "field[:n]"))
    var facet: [String] = []

    @Option(help: ArgumentHelp("What a facet's values are ordered by: count or lift.", valueName: "score"))
    var score: String?

    @Option(help: ArgumentHelp("relevance, newest or oldest.", valueName: "order"))
    var sort: String?

    @Option(help: ArgumentHelp("What gives scores: ineb2 or bm25.", valueName: "name"))
    var ranking: String?

    @Flag(help: "Do not let what the best articles share move others up.")
    var noFeedback = false

    @Flag(help: "Say of each hit what its score is made of.")
    var explain = false

    @Flag(help: "Say on standard error how the query ran.")
    var explainQuery = false

    @OptionGroup var page: PageOptions

    @Option(
        help: ArgumentHelp(
            "Columns of tsv and ndjson: \(HitColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "a,b,c"))
    var fields: String?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = SearchRequest()
        selection.apply(to: &request, words: query)
        request.facet = facet
        request.score = score
        request.sort = sort
        request.ranking = ranking
        request.feedback = noFeedback ? false : nil
        request.explain = explainQuery ? true : nil
        request.scoreParts = explain ? true : nil
        request.limit = page.limit
        request.after = page.after
        return try SearchInvocation(request: request, all: page.all, options: output.options(fields: fields))
    }
}

struct Similar: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Find articles like one, or like a text.",
        discussion: """
            They are sought by the words that tell most about it, which are printed at the end.
            """)

    @Argument(help: "The article's id, or that of one of its passages.") var id: String?
    @Option(help: ArgumentHelp("Like this text instead.", valueName: "text")) var like: String?
    @OptionGroup var selection: SelectionOptions
    @Flag(help: "Say of each hit what its score is made of.") var explain = false
    @OptionGroup var page: PageOptions
    @Option(
        help: ArgumentHelp(
            "Columns of tsv and ndjson: \(HitColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "a,b,c"))
    var fields: String?
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
        return try SearchInvocation(request: request, all: page.all, options: output.options(fields: fields))
    }
}

struct Count: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Count articles, or passages or stories with --by.")

    @Argument(help: queryHelp) var query: [String] = []
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = CountRequest()
        selection.apply(to: &request, words: query)
        return CountInvocation(request: request, options: try output.options())
    }
}

struct Facet: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "List a field's values with their counts: articles, passages, field=value.")

    @Argument(help: "The field, such as person or date; also date.month and date.year.") var field: String
    @Argument(help: queryHelp) var query: [String] = []
    @OptionGroup var selection: SelectionOptions

    @Option(help: ArgumentHelp("Only values with a word that starts so.", valueName: "text"))
    var prefix: String?

    @Option(
        help: ArgumentHelp(
            "What values are ordered by: count, or lift, which is how much more frequent here than anywhere.",
            valueName: "score"))
    var score: String?

    @Option(help: ArgumentHelp("count (by the score) or name.", valueName: "order"))
    var sort: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = FacetPageRequest()
        selection.apply(to: &request, words: query)
        request.field = field
        request.prefix = prefix
        request.score = score
        request.sort = sort
        request.limit = page.limit
        request.after = page.after
        return try FacetInvocation(request: request, all: page.all, options: output.options())
    }
}

struct Suggest: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Complete the last word typed, with words and names: articles, passages, type=text.",
        discussion: "Names are found by any of their words. The articles of a word, type word, are not counted.")

    @Argument(help: "What was typed so far.") var prefix: [String]

    @Option(name: .customShort("n"), help: ArgumentHelp("How many words and names at most.", valueName: "n"))
    var limit: Int?

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = SuggestRequest()
        request.q = prefix.joined(separator: " ")
        request.n = limit
        return SuggestInvocation(request: request, options: try output.options())
    }
}

struct Stories: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "List the largest stories: articles, first and last day, sources, first article, its headline.",
        discussion: "A story is a set of articles that are copies or rewrites of one another.")

    @Option(help: ArgumentHelp("Count articles from this day, month or year on.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Count articles up to this day, month or year.", valueName: "date"))
    var until: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        var request = StoriesRequest()
        request.since = since
        request.until = until
        request.limit = page.limit
        request.after = page.after
        return try StoriesInvocation(request: request, all: page.all, options: output.options())
    }
}

struct Show: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Print an article or a passage.")

    @Argument(help: "An id as search prints it, or an article's.") var id: String
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { ShowInvocation(id: id, options: try output.options()) }
}

struct Delete: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Delete articles.", discussion: "A passage's id, as search prints it, stands for its article.")

    @Argument(help: "Ids.") var ids: [String]
    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { DeleteInvocation(ids: ids, options: try output.options()) }
}

struct Status: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(abstract: "Print what the daemon says about itself.")

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { StatusInvocation(options: try output.options()) }
}

struct Check: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Look the index over: every file, and whether articles and passages fit together.",
        discussion: """
            Writes wait meanwhile, searches go on. When the index is too damaged for the daemon to start, \
            datelined --check does the same. Exit status 7 when it is damaged.
            """)

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { CheckInvocation(options: try output.options()) }
}

struct Compact: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Give the room back to the disk that deleted and replaced articles have left.",
        discussion: "It needs room for the whole index once more. Writes wait meanwhile, searches go on.")

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { CompactInvocation(options: try output.options()) }
}

struct Backup: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole index into a file, as it is at one moment, while the daemon goes on.",
        discussion: "The file is a tar archive. It needs room for the index once more where the index is.")

    @Argument(help: "The file, or - for standard output.") var file: String
    @Flag(help: "Replace the file when it is there.") var force = false
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation { BackupInvocation(path: file, force: force) }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an index from a backup.",
        discussion: "The folder of the index must be missing or empty. No daemon is asked.")

    @Argument(help: "The backup, or - for standard input.") var file: String
    @Option(
        help: ArgumentHelp(
            "Folder of the index; otherwise $DATELINE_INDEX, or where a daemon of this user has its own.",
            valueName: "dir"))
    var index: String?

    var invocation: RestoreInvocation { RestoreInvocation(path: file, index: index) }
}
