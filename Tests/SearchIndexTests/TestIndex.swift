import Corpus
import Logging
import SearchIndex
import TestSupport

/// A real index in a temporary folder, for one test.
struct TestIndex {
    let index: Index
    let folder: String

    /// Runs `body` with an empty index, and closes it afterwards.
    static func with<R: Sendable>(
        load: LoadLimits = LoadLimits(), recognizer: RecognizerScript? = nil, exactCompletions: Int? = nil,
        writesWaiting: Int? = nil, _ body: (TestIndex) async throws -> R
    ) async throws -> R {
        try await TestSupport.withTemporaryFolder { folder in
            let command = try recognizer?.command(in: folder)
            let test = TestIndex(
                index: try await open(
                    folder, load: load, recognizer: command, exactCompletions: exactCompletions,
                    writesWaiting: writesWaiting),
                folder: folder)
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

    /// Opens the index in `folder`, with the project's gazetteers and tagger unless there are others.
    /// - Parameter patience: how often it tries to get the lock, at most; each attempt takes a second.
    static func open(
        _ folder: String, gazetteers: String? = nil, spelling: String? = nil,
        load: LoadLimits = LoadLimits(), recognizer: RecognizerCommand? = nil, exactCompletions: Int? = nil,
        writesWaiting: Int? = nil, patience: Int = 60
    ) async throws -> Index {
        var logger = Logger(label: "test")
        // What a recognizer does wrong, and writes to standard error, is a warning.
        logger.logLevel = recognizer == nil ? .warning : .error
        var configuration = Index.Configuration(
            path: folder + "/db", gazetteers: gazetteers ?? TestSupport.checkout + "/index/gazetteers",
            model: gazetteers == nil ? TestSupport.checkout + "/index/tagger.model" : nil,
            spelling: spelling ?? TestSupport.checkout + "/index/spelling-variants.tsv")
        configuration.load = load
        configuration.recognizer = recognizer
        if let writesWaiting { configuration.writesWaiting = writesWaiting }
        if let exactCompletions { configuration.exactCompletions = exactCompletions }
        // A program that another test starts at this moment holds copies of this process's descriptors until it runs,
        // and with them the lock of an index that was closed just now.
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try await Index(configuration, logger: logger)
            } catch {
                guard error.code == .locked, attempts < patience else { throw error }
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

    /// The mentions of an article, in order: `type name ["text"]`, a line each.
    func entities(of id: String) async throws -> [String] {
        var lines: [String] = []
        for passage in try await index.article(id: id)?.1 ?? [] {
            let text = Array(passage.text.utf8)
            for entity in passage.entities {
                let said = entity.range.map { String(decoding: text[$0], as: UTF8.self) }
                lines.append("\(entity.type) \(entity.name) \([said].compactMap(\.self))")
            }
        }
        return lines
    }
}
