import Entities
import QueryLanguage

extension Search {
    /// The names of the index's entities, as corrections have them.
    /// - Throws: `SearchIndexError.interrupted` at the deadline, `.storage`, `.overtaken`.
    func names() throws(SearchIndexError) -> Names {
        try context.caches.names.names(of: snapshot) { () throws(SearchIndexError) in
            NameTables.State(
                names: Names(
                    table: NameTable(try countedNames()), recent: NameTable([]), values: snapshot.values,
                    recentValues: []),
                version: snapshot.version,
                values: snapshot.values.map(\.writtenCount),
                reading: TableReading(snapshot, few: context.caches.names.few))
        } extend: { state throws(SearchIndexError) in
            var state = state
            state.names.recent = NameTable(try recentNames(beyond: state.values))
            state.names.recentValues = snapshot.values
            state.version = snapshot.version
            return state
        }
    }

    /// All names that a passage has, each with those that corrections move to it.
    private func countedNames() throws(SearchIndexError) -> [(NameTable.Entry, [String])] {
        var names: [(NameTable.Entry, [String])] = []
        for (facet, field) in Field.facets.enumerated() where field.kind == .entity {
            guard let counts = wholeCounts(of: .values(facet)) else { throw .interrupted }
            for count in counts where count.articles > 0 {
                let name = snapshot.values[facet][count.id]
                let others = snapshot.names?.others(than: name, facet: facet) ?? []
                names.append(
                    (
                        NameTable.Entry(
                            facet: facet, id: count.id, articles: count.articles, passages: count.passages),
                        [name] + others
                    ))
            }
            try context.deadline.check()
        }
        return names
    }

    /// The names with a number of at least `counts` in their field, counted one by one. Those that corrections speak of
    /// are left to the next table.
    private func recentNames(beyond counts: [Int]) throws(SearchIndexError) -> [(NameTable.Entry, [String])] {
        var names: [(NameTable.Entry, [String])] = []
        for (facet, field) in Field.facets.enumerated() where field.kind == .entity {
            guard let type = EntityType(name: field.name) else { continue }
            for id in counts[facet]..<max(counts[facet], snapshot.values[facet].writtenCount) {
                try context.deadline.check()
                let name = snapshot.values[facet][UInt32(id)]
                let key = NameKey.key(name)
                if snapshot.names?.isTouched(EntityName(type: type, name: name, key: key)) == true { continue }
                let postings = try reader.postings(of: field.term(key: key))
                let articles = snapshot.columns.article.withElements { articles in
                    Set((0..<postings.count).map { articles[Int(postings.docids[$0])] }).count
                }
                if articles == 0 { continue }
                names.append(
                    (
                        NameTable.Entry(
                            facet: facet, id: UInt32(id), articles: articles, passages: postings.count, isRecent: true),
                        [name]
                    ))
            }
        }
        return names
    }
}
