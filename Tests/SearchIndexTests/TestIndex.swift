import Corpus
import Logging
import SearchIndex
import TestSupport

/// A real index in a temporary folder, for one test.
struct TestIndex {
    let index: Index
    let folder: String

    /// Runs `body` with an empty index, and closes it afterwards.
    static func with<R: Sendable>(load: LoadLimits = LoadLimits(), _ body: (TestIndex) async throws -> R) async throws
        -> R
    {
        try await TestSupport.withTemporaryFolder { folder in
            let test = TestIndex(index: try await open(folder, load: load), folder: folder)
            do {
                let result = try await body(test)
                await test.index.close()
                return result
            } catch {
                await test.index.close()
                throw error
            }
        }
    }

    /// Opens the index in `folder`, with the project's gazetteers unless told otherwise.
    static func open(
        _ folder: String, gazetteers: String = TestSupport.checkout + "/index/gazetteers",
        load: LoadLimits = LoadLimits()
    ) async throws -> Index {
        var logger = Logger(label: "test")
        logger.logLevel = .warning
        var configuration = Index.Configuration(path: folder + "/db", gazetteers: gazetteers)
        configuration.load = load
        // A program that another test starts at this moment holds copies of this process's descriptors until it runs,
        // and with them the lock of an index that was closed just now.
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try await Index(configuration, logger: logger)
            } catch {
                guard error.code == .locked, attempts < 20 else { throw error }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Brings in articles given as lines of NDJSON.
    @discardableResult
    func ingest(_ lines: String) async throws -> IngestReport {
        await index.ingest([ArticleBody(bytes: Array(lines.utf8), format: .ndjson, name: "test")])
    }

    /// The ids of a search's hits, page after page.
    func ids(_ query: SearchQuery) async throws -> [String] {
        var query = query
        var ids: [String] = []
        repeat {
            let result = try await index.search(query)
            ids += result.hits.map(\.id)
            query.after = result.next
        } while query.after != nil
        return ids
    }
}
