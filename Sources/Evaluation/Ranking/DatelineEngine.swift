internal import Logging
package import QueryLanguage
package import SearchIndex

/// Dateline as it ranks a judged collection: articles come in as `dateline index` would send them, into an index of its
/// own that is removed afterwards, and queries are read as they would be typed.
package struct DatelineEngine: Sendable {
    package static let name = "dateline"

    /// The folder with the gazetteers and the tagger's model.
    package var tables: String
    package var matching: Matching
    package var ranking: RankingModel
    package var feedback: Bool

    package init(tables: String, matching: Matching = .any, ranking: RankingModel = .ineb2, feedback: Bool = true) {
        self.tables = tables
        self.matching = matching
        self.ranking = ranking
        self.feedback = feedback
    }

    /// Ranks the articles for each query.
    /// - Parameter notice: is told what was left out.
    /// - Throws: `EvaluationError` for articles that cannot be read, and for what goes wrong in the index.
    package func run(
        _ collection: JudgedCollection, notice: (String) -> Void
    ) async throws(EvaluationError) -> RankedRun {
        try await TemporaryFolder.with { folder throws(EvaluationError) in
            let index = try await Self.translating { () throws(SearchIndexError) in
                try await Index(configuration(folder), logger: Self.logger)
            }
            do throws(EvaluationError) {
                try await ingest(collection, index, notice)
                let run = try await answers(collection.queries, index)
                await index.close()
                return run
            } catch {
                await index.close()
                throw error
            }
        }
    }

    private func configuration(_ folder: String) -> Index.Configuration {
        Index.Configuration(
            path: folder + "/db", gazetteers: tables + "/gazetteers", model: tables + "/tagger.model",
            spelling: tables + "/spelling-variants.tsv")
    }

    private func ingest(
        _ collection: JudgedCollection, _ index: Index, _ notice: (String) -> Void
    ) async throws(EvaluationError) {
        var articles = try collection.articles()
        var load = index.load()
        while let batch = try articles.next() { await load.add([batch]) }
        let report = await load.finish()
        if let failure = report.failures.first {
            throw EvaluationError(
                "\(report.failures.count + report.failuresOmitted) articles were not indexed: \(failure.message)",
                hint: failure.hint)
        }
        if articles.leftOut > 0 { notice("left out, without text and title: \(articles.leftOut) of the articles") }
    }

    private func answers(_ queries: [JudgedQuery], _ index: Index) async throws(EvaluationError) -> RankedRun {
        var run = RankedRun(engine: Self.name)
        for query in queries {
            guard let plain = PlainQuery(query.text) else { continue }
            var search = SearchQuery()
            search.text = plain.text
            search.query = plain.query
            search.matching = matching
            search.ranking = ranking
            search.feedback = feedback
            search.grouping = .article
            search.limit = RankedRun.depth
            let wanted = search
            let result = try await Self.translating { () throws(SearchIndexError) in try await index.search(wanted) }
            run.set(result.hits.map { RankedArticle(id: $0.article.id, score: $0.score) }, for: query.id)
        }
        return run
    }

    private static var logger: Logger {
        var logger = Logger(label: "dateline-eval", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        return logger
    }

    private static func translating<R>(
        _ body: () async throws(SearchIndexError) -> R
    ) async throws(EvaluationError) -> R {
        do { return try await body() } catch { throw EvaluationError(error.message, hint: error.hint) }
    }
}
