import ArgumentParser
import DatelineClient

struct Index: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "index", _superCommandName: Dateline.name,
        abstract: "Add articles: files, folders, or - for standard input.",
        discussion: """
            Known files are .txt .text .md .markdown .html .htm .xhtml .json .ndjson .jsonl .csv .xml .rss .atom .nitf
            .sgm .sgml, each also with .gz or .zst.
            An article that is there already is replaced, or skipped when it has not changed.

              dateline index articles/
              dateline index --base /srv/news /srv/news/2025
              jq -c .article wire.json | dateline index -
            """)

    @Argument(help: "Files, folders, or -.", completion: .file()) var paths: [String]

    @Option(help: ArgumentHelp("Name files relative to this folder instead of by absolute path.", valueName: "folder"))
    var base: String?

    @Option(
        help: ArgumentHelp(
            "plain, markdown, html, json, ndjson, csv, xml or sgml: of standard input and named files.",
            valueName: "format"))
    var inputFormat: InputFormat?

    @Flag(
        help: ArgumentHelp(
            "Keep the index in step with one folder until interrupted.",
            discussion: "New and changed files are indexed; articles whose file is gone are deleted."))
    var watch = false

    @OptionGroup var output: FormatOptions
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        guard watch else {
            return IndexInvocation(paths: paths, base: base, inputFormat: inputFormat, options: try output.options())
        }
        guard inputFormat == nil else {
            throw ValidationError("--watch goes by the names of files, not --input-format")
        }
        return FollowInvocation(paths: paths, base: base, options: try output.options())
    }
}

extension InputFormat: ExpressibleByArgument {}
