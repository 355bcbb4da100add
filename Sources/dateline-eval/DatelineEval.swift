import ArgumentParser
import Entities
import Evaluation
import FoundationEssentials
import QueryLanguage
import SearchIndex
import TextAnalysis

/// `dateline-eval`: measures what Dateline finds on labelled files, and trains the tagger's model.
@main
struct DatelineEval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline-eval",
        abstract: "Measures Dateline on labelled files, and trains the tagger of names.",
        subcommands: [
            EntitiesCommand.self, RankingCommand.self, DuplicatesCommand.self, TrainCommand.self,
        ])

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    /// Where the tables are that an index is made with.
    struct Tables: ParsableArguments {
        @Option(help: ArgumentHelp("Folder with the gazetteers and the tagger's model.", valueName: "dir"))
        var tables = "index"

        func gazetteer() throws -> Gazetteer { try Gazetteer.load(folder: tables + "/gazetteers") }
    }
}

/// Measures the recognizer.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Measures the recognizer of names on labelled files.",
        discussion: """
            Files have a token, a tab and a tag a line (an empty line ends a sentence, -DOCSTART- begins an article), or, \
            named *.txt, sentences with [PER …], [LOC …], [ORG …] and [MISC …]. Names count as found when span and type \
            are exactly those of the label.
            """)

    @Argument(help: ArgumentHelp("Labelled files.", valueName: "file")) var files: [String]
    @OptionGroup var tables: DatelineEval.Tables
    @Option(
        help: ArgumentHelp(
            "Another model than the one of the tables; 'none' measures the rules alone.", valueName: "file"))
    var model: String?
    @Option(help: "text or json.") var format = DatelineEval.Format.text
    @Flag(help: "Also print what is wrong: label, found, name, context, with tabs between.") var errors = false

    func run() throws {
        let gazetteer = try tables.gazetteer()
        let tagger = model == "none" ? nil : try TaggerModel(path: model ?? tables.tables + "/tagger.model")
        let recognizer = EntityRecognizer(gazetteer: gazetteer, model: tagger)
        let articles = try files.flatMap { try LabelledFile.articles($0) }
        var scores = EntityScores()
        for article in articles { scores.add(article, mentions: article.mentions(by: recognizer)) }
        let report = EntityReport(scores, speed: speed(of: recognizer, articles))
        if errors { print(report.errors) }
        print(format == .json ? report.json : report.text)
    }

    /// Megabytes a second of processor time on one core, tokens included: all articles again and again for two seconds.
    private func speed(of recognizer: EntityRecognizer, _ articles: [LabelledArticle]) -> Double {
        let start = ProcessorTime.seconds
        var bytes = 0
        while ProcessorTime.seconds - start < 2 {
            for article in articles {
                _ = article.mentions(by: recognizer)
                bytes += article.text.utf8.count
            }
        }
        return Double(bytes) / 1e6 / (ProcessorTime.seconds - start)
    }
}

/// Measures the ranking.
struct RankingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ranking",
        abstract: "Measures how articles are ranked, on a collection with judgments.",
        discussion: """
            The folder has docs.jsonl (id, title, text), queries.tsv (id, tab, query) and qrels.txt (query, iteration, \
            article, grade; below 1 is not relevant). The articles go into an index that is removed afterwards. \
            docs/RANKING.md tells what is measured and how.
            """)

    @Argument(help: ArgumentHelp("Folder of the collection.", valueName: "dir")) var folder: String
    @OptionGroup var tables: DatelineEval.Tables
    @Option(help: "Whether all or any of a query's words must be there, or any when few articles have all.")
    var match = Matching.any
    @Option(help: "What gives scores: ineb2 or bm25.") var ranking = RankingModel.ineb2
    @Flag(inversion: .prefixedNo, help: "Whether the best articles' words count, too.") var feedback = true
    @Flag(help: "Also run Lucene, tantivy and Xapian on the same files, and test the differences.") var compare = false
    @Option(help: ArgumentHelp("Folder with the programs of the other engines.", valueName: "dir"))
    var engines = "Benchmarks/engines"
    @Flag(help: "Also print the measures of each query.") var perQuery = false
    @Option(help: "text or json.") var format = DatelineEval.Format.text

    func run() async throws {
        var evaluation = RankingEvaluation(folder: folder, tables: tables.tables)
        evaluation.matching = match
        evaluation.ranking = ranking
        evaluation.feedback = feedback
        evaluation.engines = compare ? engines : nil
        let report = try await evaluation.run { StandardError.write("dateline-eval: \($0)") }
        guard format == .text else { return print(report.json(perQuery: perQuery)) }
        print(report.text)
        if perQuery { print("\n" + report.perQuery) }
    }
}

extension Matching: ExpressibleByArgument {}
extension RankingModel: ExpressibleByArgument {}

/// Trains the tagger's model.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains the tagger's model, or measures what training would give.")

    @Argument(help: ArgumentHelp("Labelled files, as 'entities' reads them.", valueName: "file")) var files: [String] =
        []
    @OptionGroup var tables: DatelineEval.Tables
    @Option(
        help: ArgumentHelp(
            "Labelled files of other conventions: unlabelled capitals and MISC tell nothing.", valueName: "file"))
    var loose: [String] = []
    @Option(help: ArgumentHelp("Large texts, for how words are cased; - is standard input.", valueName: "file"))
    var text: [String] = []
    @Option(help: ArgumentHelp("Labelled files that serve as lists of names.", valueName: "file")) var names: [String] =
        []
    @Option(help: ArgumentHelp("Measure by cross-validation on this file, and write nothing.", valueName: "file"))
    var crossValidate: String?
    @Option(help: ArgumentHelp("Parts for cross-validation.", valueName: "n")) var folds = 5
    @Option(
        help: ArgumentHelp(
            "Where the model goes. Default: tagger.model in the folder of the tables.", valueName: "file"))
    var output: String?
    @Option(help: "text or json, for cross-validation.") var format = DatelineEval.Format.text
    @Option(help: ArgumentHelp("Runs that are averaged.", valueName: "n")) var seeds = 2
    @Option(help: ArgumentHelp("Times that the examples are gone over.", valueName: "n")) var epochs = 6
    @Option(help: ArgumentHelp("The L1 penalty of a step.", valueName: "number")) var penalty: Float = 2e-5
    @Option(help: ArgumentHelp("Learning rate.", valueName: "number")) var rate: Float = 0.05
    @Option(help: ArgumentHelp("How often a word's own identity is left out.", valueName: "share")) var dropout: Float =
        0.3
    @Flag(help: "Also print what is wrong, for cross-validation.") var errors = false

    func run() throws {
        var training = TaggerTraining(gazetteer: try tables.gazetteer())
        training.articles = try files.flatMap { try LabelledFile.articles($0) }
        training.looseArticles = try loose.flatMap { try LabelledFile.articles($0) }
        training.texts = try text.map { try LabelledFile.contents($0) }
        training.names = try names.flatMap { try LabelledFile.articles($0) }
        training.seeds = seeds
        training.settings.epochs = epochs
        training.settings.penalty = penalty
        training.settings.rate = rate
        training.settings.dropout = dropout
        if let crossValidate {
            let scores = try training.crossValidate(try LabelledFile.articles(crossValidate), folds: folds)
            let report = EntityReport(scores, speed: nil)
            if errors { print(report.errors) }
            print(format == .json ? report.json : report.text)
            return
        }
        let bytes = try training.model(casing: training.casing())
        try Data(bytes).write(to: URL(filePath: output ?? tables.tables + "/tagger.model"), options: .atomic)
        print("\(training.articles.count) articles, \(bytes.count) bytes")
    }
}

/// Measures how copies are found.
struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Measures how copies of articles are found.",
        discussion: """
            ARTICLES has an article a line: its id, a space, its text. PAIRS has two ids a line: articles that are copies of \
            one another. A pair counts as found when both are in one story.
            """)

    @Argument(help: ArgumentHelp("The articles.", valueName: "articles")) var articles: String
    @Argument(help: ArgumentHelp("The pairs.", valueName: "pairs")) var pairs: String
    @Option(help: "text or json.") var format = DatelineEval.Format.text
    @Flag(help: "Also print what is wrong: found or missed, and two ids, with tabs between.") var errors = false

    func run() throws {
        let report = DuplicateReport(try DuplicateSet(articles: articles, pairs: pairs))
        if errors, !report.errors.isEmpty { print(report.errors) }
        print(format == .json ? report.json : report.text)
    }
}
