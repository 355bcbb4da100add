import Corpus
import Entities

/// An analysis thread: reads articles from bytes and prepares them for the writer. Has a database handle of its own,
/// to pass over articles that have not changed before doing any work on them.
actor Preparer {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let recognizer: EntityRecognizer
    private var reader: IndexReader?
    private var preparer: ArticlePreparer?

    /// What is to be written of some bytes: in the order in which they came.
    enum Prepared: Sendable {
        case article(PreparedArticle, name: String?)
        case unchanged(id: String)
        case failure(IngestFailure)
    }

    init(path: String, recognizer: EntityRecognizer) {
        self.path = path
        self.recognizer = recognizer
    }

    /// Reads and analyses all articles of some bodies.
    func prepare(_ bodies: [ArticleBody]) throws(SearchIndexError) -> [Prepared] {
        let (preparer, reader) = try opened()
        _ = try reader.reopen()
        var prepared: [Prepared] = []
        for body in bodies {
            for result in body.articles() {
                switch result {
                case .failure(let error): prepared.append(.failure(IngestFailure(error, name: body.name)))
                case .success(let article): prepared.append(try prepare(article, body.name, preparer, reader))
                }
            }
        }
        return prepared
    }

    private func prepare(_ article: Article, _ name: String?, _ preparer: ArticlePreparer, _ reader: IndexReader)
        throws(SearchIndexError) -> Prepared
    {
        let hash = ContentHash.hash(of: article)
        if try storedHash(of: article.id, reader) == hash { return .unchanged(id: article.id) }
        return .article(try preparer.prepare(article, contentHash: hash), name: name)
    }

    /// Closes the database handle, and forgets which words it has handed to the writer.
    func reset() {
        reader = nil
        preparer = nil
    }

    private func opened() throws(SearchIndexError) -> (ArticlePreparer, IndexReader) {
        if let preparer, let reader { return (preparer, reader) }
        let opened = (try ArticlePreparer(recognizer: recognizer), try IndexReader(path: path))
        (preparer, reader) = opened
        return opened
    }

    private func storedHash(of id: String, _ reader: IndexReader) throws(SearchIndexError) -> String? {
        while true {
            do { return try reader.article(id: id)?.contentHash } catch  where error.code == .overtaken {
                _ = try reader.reopen()
            }
        }
    }
}
