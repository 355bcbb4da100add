package import QueryLanguage
package import SearchIndex

/// Measures how Dateline ranks a judged collection, and other engines on the same files.
package struct RankingEvaluation: Sendable {
    /// The folder of the collection.
    package var folder: String
    /// The folder with the gazetteers and the tagger's model.
    package var tables: String
    package var matching = Matching.any
    package var ranking = RankingModel.ineb2
    package var feedback = true
    /// The folder of the other engines; nil measures Dateline alone.
    package var engines: String?

    package init(folder: String, tables: String) {
        self.folder = folder
        self.tables = tables
    }

    /// Runs everything; an engine that cannot run is left out.
    /// - Parameter notice: is told what was left out and why, a line each time.
    /// - Throws: `EvaluationError` for a collection that cannot be read and for what goes wrong in Dateline.
    package func run(notice: (String) -> Void) async throws(EvaluationError) -> RankingReport {
        let collection = try JudgedCollection(folder: folder)
        let dateline = DatelineEngine(tables: tables, matching: matching, ranking: ranking, feedback: feedback)
        var scores = [RankingScores(try await dateline.run(collection, notice: notice), queries: collection.queries)]
        for name in engines == nil ? [] : OtherEngine.names {
            do throws(EvaluationError) {
                let run = try await OtherEngine(name: name, folder: engines ?? "").run(collection)
                scores.append(RankingScores(run, queries: collection.queries))
            } catch {
                notice("\(name) is left out: \(error)")
            }
        }
        return RankingReport(scores, queries: collection.queries.map(\.id))
    }
}
