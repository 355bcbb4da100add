import Entities
import QueryLanguage

extension Search {
    /// Looks names up, one after the other, until there is no time for the next.
    /// - Throws: `SearchIndexError`: `badQuery`, `storage`, `overtaken`, `interrupted`.
    func screening(_ request: ScreenQuery, _ recognizer: EntityRecognizer) throws(SearchIndexError) -> ScreenResult {
        let facets = try Self.entityFields(request.types).compactMap(\.facet)
        let names = try names()
        let finder = NameFinder(names: names, facets: facets, recognizer: recognizer, deadline: context.deadline)
        var screening = ScreenResult(stamp: stamp, names: [], isExact: true)
        for name in request.names {
            do throws(SearchIndexError) { screening.names.append(try screened(name, finder)) } catch {
                guard error.code == .interrupted else { throw error }
                screening.isExact = false
                break
            }
        }
        return screening
    }

    private func screened(_ name: String, _ finder: NameFinder) throws(SearchIndexError) -> ScreenedName {
        let found = try finder.find(name)
        var screened = ScreenedName(name: name, match: found.match, distance: found.distance)
        if found.entries.isEmpty { return screened }
        var plans: [Plan] = []
        var own: [Int: Set<UInt32>] = [:]
        for entry in found.entries {
            let text = finder.names.text(of: entry)
            let type = Field.facets[entry.facet].name
            screened.entities.append(ScreenedName.Entity(type: type, name: text))
            plans.append(.values(field: type, keys: [NameKey.key(text)]))
            own[entry.facet, default: []].insert(entry.id)
        }
        let entities = Field.facets.filter { $0.kind == .entity }
        var request = ScanRequest(match: try compiler.compile(.or(plans)).match)
        request.facets =
            entities.compactMap(\.facet).map { ScanRequest.Facet(source: .values($0)) }
            + [ScanRequest.Facet(source: .dates(divisor: DateUnit.day.divisor))]
        let scanned = scan(request)
        guard scanned.isComplete else { throw .interrupted }
        // The table of names may be a little behind: a name that no article has any more is none.
        if scanned.totals.articles == 0 { return ScreenedName(name: name, match: .none) }
        screened.articles = scanned.totals.articles
        let days = scanned.facets[entities.count].map(\.id)
        screened.first = days.min().map(DateUnit.day.text)
        screened.last = days.max().map(DateUnit.day.text)
        screened.company = try company(zip(entities, scanned.facets).map { ($0, $1) }, without: own)
        return screened
    }

    /// The three names with the most articles. Names are looked up only for what may be among them.
    private func company(_ counted: [(field: Field, counts: [ValueCount])], without own: [Int: Set<UInt32>])
        throws(SearchIndexError) -> [EntityPage.Item]
    {
        let most = 3
        var all: [(facet: Int, count: ValueCount)] = []
        for (field, counts) in counted {
            guard let facet = field.facet else { continue }
            all += counts.filter { own[facet]?.contains($0.id) != true }.map { (facet, $0) }
        }
        let ordered = try all.sorted(until: context.deadline) { a, b in
            (a.count.articles, a.count.passages) > (b.count.articles, b.count.passages)
        }
        guard let last = ordered.prefix(most).last?.count else { return [] }
        let candidates = ordered.prefix { ($0.count.articles, $0.count.passages) >= (last.articles, last.passages) }
        return candidates.map { candidate in
            EntityPage.Item(
                type: Field.facets[candidate.facet].name,
                count: FacetCount(
                    value: snapshot.values[candidate.facet][candidate.count.id], articles: candidate.count.articles,
                    passages: candidate.count.passages, selected: false))
        }.sorted { a, b in
            a.count == b.count ? a.type < b.type : FacetCount.precedes(a.count, b.count)
        }.prefix(most).map(\.self)
    }
}
