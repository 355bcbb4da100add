import Synchronization

/// The standing queries of an index: on disk, and in a form in which new passages find those that they may match.
package final class StandingQueries: Sendable {
    private struct State {
        var queries: [StandingQuery] = []
        /// How often the list has changed.
        var changes = 0
        var screening: (changes: Int, conditions: Screening.Conditions, screening: Screening)?
    }

    let file: StandingFile
    private let state: Mutex<State>

    /// Reads what is kept in a file.
    /// - Throws: `corrupt`, `storage`.
    init(path: String) throws(SearchIndexError) {
        file = StandingFile(path: path)
        let kept = try file.read().map { StandingQuery(name: $0.name, text: $0.text, query: nil) }
        state = Mutex(State(queries: kept.sorted { $0.name < $1.name }))
    }

    /// All of them, by name.
    package var all: [StandingQuery] { state.withLock { $0.queries } }

    /// Finds out what those mean that were read from the file.
    package func understand(_ meaning: (StandingQuery) -> SearchQuery?) {
        state.withLock { state in
            for index in state.queries.indices { state.queries[index].query = meaning(state.queries[index]) }
            state.changes += 1
        }
    }

    /// Keeps queries, in the place of those of the same names. Returns when they are on disk; blocks for that.
    /// - Throws: `badQuery` when there would be more than `limit`, `storage`; all is as it was then.
    package func put(_ new: [StandingQuery], limit: Int) throws(SearchIndexError) {
        try change { queries throws(SearchIndexError) in
            let names = Set(new.map(\.name))
            queries.removeAll { names.contains($0.name) }
            queries += new
            guard queries.count <= limit else {
                throw SearchIndexError(
                    .badQuery, "there would be more than \(limit) standing queries",
                    hint: "remove some, or raise standing_queries in the configuration file")
            }
            queries.sort { $0.name < $1.name }
        }
    }

    /// Forgets a query. Returns when that is on disk; blocks for that.
    /// - Throws: `notFound`, `storage`.
    package func remove(_ name: String) throws(SearchIndexError) {
        try change { queries throws(SearchIndexError) in
            guard queries.contains(where: { $0.name == name }) else {
                throw SearchIndexError(
                    .notFound, "there is no standing query \(name)", hint: "dateline queries list has them")
            }
            queries.removeAll { $0.name == name }
        }
    }

    private func change(_ body: (inout [StandingQuery]) throws(SearchIndexError) -> Void) throws(SearchIndexError) {
        try state.withLock { state throws(SearchIndexError) in
            var queries = state.queries
            try body(&queries)
            try file.write(queries)
            state.queries = queries
            state.changes += 1
        }
    }

    /// The queries, to be found by new passages; made anew when the list has changed, or what its words mean.
    func screening(_ search: Search) throws(SearchIndexError) -> Screening {
        let conditions = Screening.Conditions(search.snapshot)
        let (queries, changes, known) = state.withLock { ($0.queries, $0.changes, $0.screening) }
        if let known, known.changes == changes, known.conditions == conditions { return known.screening }
        let screening = try Screening(queries, conditions, search)
        state.withLock { $0.screening = (changes, conditions, screening) }
        return screening
    }
}
