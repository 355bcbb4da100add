import Corpus
import Entities
import Logging
import TextAnalysis

/// An analysis thread: reads articles from bytes and prepares them for the writer, or writes them into a load's
/// segments. Has a database handle of its own, to pass over articles that have not changed before doing any work on them.
actor Preparer {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let generation: Generation
    private let analysis: AnalysisStore
    private let variants: SpellingVariants
    private let command: CommandRecognizer?
    let numbering: Numbering
    let limits: LoadLimits
    private lazy var newest = NewestReader(path: path, generation: generation)
    private var preparer: ArticlePreparer?

    /// What is to be written of some bytes: in the order in which they came.
    enum Prepared: Sendable {
        case article(PreparedArticle, name: String?)
        case unchanged(id: String)
        case failure(IngestFailure)

        /// How many passages are to be written.
        var passages: Int { if case .article(let article, _) = self { article.passages.count } else { 0 } }
    }

    init(
        path: String, generation: Generation, analysis: AnalysisStore, variants: SpellingVariants,
        command: RecognizerCommand?, numbering: Numbering, limits: LoadLimits, logger: Logger
    ) {
        self.path = path
        self.generation = generation
        self.analysis = analysis
        self.variants = variants
        self.command = command.map { CommandRecognizer($0, logger: logger) }
        self.numbering = numbering
        self.limits = limits
    }

    /// Reads and analyses all articles of some bodies.
    func prepare(_ bodies: [ArticleBody]) throws(SearchIndexError) -> [Prepared] {
        var prepared: [Prepared] = []
        try forEachPrepared(bodies) { prepared.append($0) }
        return prepared
    }

    /// Reads and analyses the articles of some bodies one by one, and calls `body` with each.
    func forEachPrepared(_ bodies: [ArticleBody], _ body: (Prepared) throws(SearchIndexError) -> Void)
        throws(SearchIndexError)
    {
        let preparer = try opened()
        var reader = try newest.current().0
        for bytes in bodies {
            for result in bytes.articles() {
                switch result {
                case .failure(let error): try body(.failure(IngestFailure(error, name: bytes.name)))
                case .success(let article): try body(try prepare(article, bytes.name, preparer, &reader))
                }
            }
        }
    }

    private func prepare(_ article: Article, _ name: String?, _ preparer: ArticlePreparer, _ reader: inout IndexReader)
        throws(SearchIndexError) -> Prepared
    {
        let analysis = analysis.newest
        let hash = ContentHash.hash(of: article, analysedWith: analysis.extras)
        if try storedHash(of: article.id, &reader) == hash { return .unchanged(id: article.id) }
        let prepared = try preparer.prepare(
            article, contentHash: hash, recognizer: analysis.recognizer, command: command)
        return .article(prepared, name: name)
    }

    /// Ends: closes the database handle, and the user's own recognizer.
    func close() {
        reset()
        command?.close()
    }

    /// Closes the database handle, and forgets which words it has handed to the writer.
    func reset() {
        newest.close()
        preparer = nil
    }

    /// Closes the database handle when it is of a folder that a load has replaced, so that the disk gets its room back.
    func letGoOfReplaced() { if newest.isOutdated { newest.close() } }

    private func opened() throws(SearchIndexError) -> ArticlePreparer {
        if let preparer { return preparer }
        let opened = try ArticlePreparer(variants: variants)
        preparer = opened
        return opened
    }

    private func storedHash(of id: String, _ reader: inout IndexReader) throws(SearchIndexError) -> String? {
        while true {
            do { return try reader.article(id: id)?.contentHash } catch
                where error.code == .overtaken || newest.isOutdated
            {
                reader = try newest.current().0
            }
        }
    }
}
