import ArgumentParser
import DatelineAPI
import DatelineClient

struct Entities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", _superCommandName: Dateline.name,
        abstract: "List names, and correct them.",
        discussion: """
            Corrections hold from the next search on, for what is indexed and for what will be; nothing is indexed \
            again. A name is written TYPE=NAME, as facet and entities print it.

              dateline entities witk
              dateline entities merge person="S. Witkoff" person="Steve Witkoff"
              dateline entities split person="John Smith" "John Smith (Ford)" --where organization=Ford
              dateline entities undo
            """,
        subcommands: [
            Names.self, Merge.self, Split.self, Hide.self, Retype.self, Undo.self, Corrections.self,
            EntitiesImport.self, EntitiesGazetteers.self,
        ], defaultSubcommand: Names.self)

    struct Names: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "names",
            abstract: "List names with their counts: articles, passages, type=name.",
            discussion: """
                A prefix that is the name of a command here needs the word names before it.

                  dateline entities --type person witk
                  dateline entities names merge
                """)

        @Argument(help: "Only names with a word that starts so.") var prefix: String?

        @Option(help: ArgumentHelp("person, place, organization or misc; repeatable.", valueName: "type"))
        var type: [String] = []

        @OptionGroup var page: PageOptions
        @OptionGroup var columns: ColumnOptions<EntityColumn>
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            var request = EntitiesRequest()
            request.q = prefix
            request.type = type
            request.limit = page.limit
            request.after = page.after
            return try EntitiesInvocation(request: request, all: page.all, options: output.options(columns))
        }
    }

    struct Merge: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Count, filter and print one name as another; also one that no article has yet.",
            discussion: """
                With the same name spelled otherwise, that is how it is printed.

                  dateline entities merge person="S. Witkoff" "Steve Witkoff"
                """, aliases: ["alias"])

        @Argument(help: "The name that goes: type=name.", completion: LiveCompletion.name) var name: String
        @Argument(help: "The name that stays: type=name, or a name of the same type.") var into: String
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            CorrectInvocation(
                .one(CorrectionRequest(verb: "merge", name: name, into: into)), options: try output.options())
        }
    }

    struct Split: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "split",
            abstract: "In some articles, let a name be another one.",
            discussion: """
                  dateline entities split person="John Smith" "John Smith (Ford)" --where organization=Ford
                  dateline entities split person="John Smith" "John Smith (chef)" --articles wire/12 wire/40
                """)

        @Argument(help: "The name: type=name.", completion: LiveCompletion.name) var name: String
        @Argument(help: "What it is in these articles: type=name, or a name of the same type.") var into: String

        @Option(parsing: .upToNextOption, help: ArgumentHelp("Ids of articles.", valueName: "id"))
        var articles: [String] = []

        @Option(
            name: .customLong("where"),
            help: ArgumentHelp(
                "Articles that have this; repeated: any within a field, all across.", valueName: "field=value"),
            completion: LiveCompletion.filter)
        var conditions: [String] = []

        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            var correction = CorrectionRequest(verb: "split", name: name, into: into)
            correction.articles = articles
            correction.where = conditions
            return CorrectInvocation(.one(correction), options: try output.options())
        }
    }

    struct Hide: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "hide",
            abstract: "Let a name not be counted, filtered or shown. The text stays.",
            discussion: "  dateline entities hide misc=Reuters")

        @Argument(help: "The name: type=name.", completion: LiveCompletion.name) var name: String
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            CorrectInvocation(.one(CorrectionRequest(verb: "hide", name: name)), options: try output.options())
        }
    }

    struct Retype: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "retype",
            abstract: "Let a name be of another type.",
            discussion: "  dateline entities retype person=Amazon organization")

        @Argument(help: "The name: type=name.", completion: LiveCompletion.name) var name: String
        @Argument(help: "person, place, organization or misc.") var type: String
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            CorrectInvocation(
                .one(CorrectionRequest(verb: "retype", name: name, into: type)), options: try output.options())
        }
    }

    struct Undo: ParsableCommand, Runner {
        static let configuration = CommandConfiguration(
            commandName: "undo",
            abstract: "Take back the last correction, or some by number.", discussion: "  dateline entities undo 7-12")

        @Argument(help: "A number as corrections prints it, or several as in 7-12.") var numbers: String?
        @OptionGroup var output: FormatOptions
        @OptionGroup var daemon: DaemonOptions

        func invocation() throws -> any Invocation {
            CorrectionsInvocation(.undo(numbers), options: try output.options())
        }
    }

    struct Corrections: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections",
            abstract: "List the corrections in force, export and import them.",
            discussion: """
                  dateline entities corrections export > corrections.tsv
                  dateline entities corrections import corrections.tsv
                """,
            subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)

        struct List: ParsableCommand, Runner {
            static let configuration = CommandConfiguration(
                commandName: "list",
                abstract: "List them: number, time, user id, what was corrected.",
                discussion: "  dateline entities corrections list --tsv --fields number,verb,name")

            @OptionGroup var columns: ColumnOptions<CorrectionColumn>
            @OptionGroup var output: FormatOptions
            @OptionGroup var daemon: DaemonOptions

            func invocation() throws -> any Invocation {
                CorrectionsInvocation(.list, options: try output.options(columns))
            }
        }

        struct Export: ParsableCommand, Runner {
            static let configuration = CommandConfiguration(
                commandName: "export",
                abstract: "Print them with tabs between: verb, name, into, field=value…, which import reads.",
                discussion: "  dateline entities corrections export > corrections.tsv")

            @OptionGroup var version: FormatVersionOption
            @OptionGroup var daemon: DaemonOptions

            func invocation() throws -> any Invocation {
                try version.check()
                return CorrectionsInvocation(.export, options: try OutputOptions())
            }
        }

        struct Import: ParsableCommand, Runner {
            static let configuration = CommandConfiguration(
                commandName: "import",
                abstract: "Make all the corrections of a file, or none. Those in force already are left out.",
                discussion: "  dateline entities corrections import corrections.tsv")

            @Argument(help: "A file, or - for standard input.") var path: String
            @OptionGroup var output: FormatOptions
            @OptionGroup var daemon: DaemonOptions

            func invocation() throws -> any Invocation {
                CorrectInvocation(.file(path), options: try output.options())
            }
        }
    }
}
