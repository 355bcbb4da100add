import QueryLanguage
import TextAnalysis

extension Search {
    /// The names of the whole index, a page at a time.
    /// - Throws: `SearchIndexError`: `badQuery`, `staleCursor`, `interrupted`.
    func entities(_ request: EntityQuery) throws(SearchIndexError) -> EntityPage {
        let fields = try Self.entityFields(request.types)
        let fingerprint = Cursor.fingerprint(of: ["entities", request.prefix ?? ""] + fields.map(\.name))
        let offset = try Cursor.start(
            after: request.after, revision: snapshot.version, fingerprint: fingerprint
        ).offset
        var items: [EntityPage.Item] = []
        for field in fields {
            guard let facet = field.facet else { continue }
            guard let counts = wholeCounts(of: .values(facet)) else { throw .interrupted }
            let tally = FacetTally(
                facet: FacetPlan.Item(request: FacetRequest(field: field.name), field: field), counts: counts,
                selected: SelectedValues(), snapshot: snapshot, significance: nil)
            let isWanted = isWanted(prefix: request.prefix, field)
            items += try tally.ordered(by: .count, until: context.deadline, where: isWanted).map {
                EntityPage.Item(type: field.name, count: $0)
            }
        }
        items = try items.sorted(until: context.deadline) { a, b in
            if a.count.value == b.count.value, a.count.articles == b.count.articles,
                a.count.passages == b.count.passages
            {
                return a.type < b.type
            }
            return FacetCount.precedes(a.count, b.count)
        }
        let page = Array(items.dropFirst(offset).prefix(request.limit))
        let end = offset + page.count
        let isLast = page.isEmpty || end >= items.count
        return EntityPage(
            stamp: stamp, items: page, distinct: items.count, isExact: true,
            next: isLast
                ? nil : Cursor(revision: snapshot.version, offset: end, fingerprint: fingerprint).description)
    }

    /// Tells the values of a field with a word that begins with `prefix`; of a name, also words of those that corrections
    /// move to it.
    func isWanted(prefix: String?, _ field: Field) -> (String) -> Bool {
        let prefix = Folding.folded(prefix ?? "")
        if prefix.isEmpty { return { _ in true } }
        let names = snapshot.names
        return { value in
            if Self.hasWord(beginningWith: prefix, in: value) { return true }
            guard let names, let facet = field.facet else { return false }
            return names.others(than: value, facet: facet).contains { Self.hasWord(beginningWith: prefix, in: $0) }
        }
    }

    static func entityFields(_ types: [String]) throws(SearchIndexError) -> [Field] {
        let all = Field.facets.filter { $0.kind == .entity }
        for type in types where !all.contains(where: { $0.name == type }) {
            throw SearchIndexError(.badQuery, "there is no type \(type)", hint: "types are \(EntityName.types)")
        }
        return types.isEmpty ? all : all.filter { types.contains($0.name) }
    }

    /// Whether any word of `name`, or the name from any word on, begins with `prefix`, both folded.
    private static func hasWord(beginningWith prefix: String, in name: String) -> Bool {
        let folded = Folding.folded(name)
        return folded.hasPrefix(prefix) || folded.contains(" " + prefix)
    }
}
