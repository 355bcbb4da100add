import Entities

/// Standing queries, to be found by the passages that they match: the other way round from a search.
///
/// Each query is filed under the rarest features that a match must have. Of a few passages, those with each feature are set down
/// once, as bits; what most queries match follows from these. Of the others, a search of the passages that are left has to tell.
struct Screening: Sendable {
    /// What decides what the words of a query stand for.
    struct Conditions: Equatable, Sendable {
        var languages: LanguageSet
        var hasCorrections: Bool

        init(_ snapshot: Snapshot) {
            languages = snapshot.languages
            hasCorrections = snapshot.names != nil
        }
    }

    /// A query, by its number, with the passages that it matches, or those of which it takes a search to tell.
    struct Candidate {
        var query: Int
        var found: Screen.Found
    }

    let queries: [StandingQuery]
    private let screens: [Screen]
    private let features: [[UInt8]: Int32]
    private let names: PartialNames
    /// The queries that are filed under each feature, and those that are under none.
    private let filed: [[Int32]]
    private let unfiled: [Int32]
    /// The phrases of those that have any.
    private let phrases: [Int: [ScreenedPhrase]]

    init(_ queries: [StandingQuery], _ conditions: Conditions, _ search: Search) throws(SearchIndexError) {
        var builder = ScreenBuilder(conditions, search.context.analyzer)
        var screens: [Screen] = []
        for query in queries {
            screens.append(
                try query.query.map { meaning throws(SearchIndexError) in
                    try builder.screen(of: meaning, search.snapshot)
                } ?? .nothing)
        }
        var weights = [Int](repeating: 0, count: builder.features.count)
        for (feature, number) in builder.features {
            // Names are rarer than most words, and how rare does not matter much.
            weights[Int(number)] = feature.first == 0 ? 100 : try search.reader.frequency(of: feature)
        }
        var filed = [[Int32]](repeating: [], count: builder.features.count)
        var unfiled: [Int32] = []
        for (number, screen) in screens.enumerated() {
            if let cover = screen.cover(weights) {
                for feature in Set(cover.features) { filed[Int(feature)].append(Int32(number)) }
            } else {
                unfiled.append(Int32(number))
            }
        }
        (self.filed, self.unfiled) = (filed, unfiled)
        phrases = Dictionary(
            uniqueKeysWithValues: screens.enumerated().lazy.map { ($0, $1.phrases) }.filter { !$1.isEmpty })
        (self.queries, self.screens) = (queries, screens)
        (features, names) = (builder.features, builder.names)
    }

    /// A whole name in a facet field. No term begins with a zero byte.
    static func feature(facet: Int, key: String) -> [UInt8] { [0, UInt8(facet), 0] + Array(key.utf8) }

    /// A name with all words of another.
    static func feature(facet: Int, partOf key: String) -> [UInt8] { [0, UInt8(facet), 1] + Array(key.utf8) }

    /// The queries that some of `passages` match or may match, in their order.
    /// - Parameter names: of these queries only; nil for all.
    func candidates(_ names: Set<String>?, _ passages: Postings, _ search: Search) throws(SearchIndexError)
        -> [Candidate]
    {
        var features = PassageFeatures(of: passages, count: features.count)
        try forEachFeature(of: passages, search) { row, feature in features.insert(feature, row: row) }
        let numbers = Set(features.some.flatMap { filed[$0] } + unfiled).sorted().map(Int.init).filter {
            names?.contains(queries[$0].name) ?? true
        }
        try features.readPositions(of: numbers.lazy.flatMap { phrases[$0] ?? [] }, search.reader)
        let all = RowSet(below: passages.count)
        var candidates: [Candidate] = []
        for query in numbers {
            let found = screens[query].rows(features, within: all)
            if !found.rows.isEmpty { candidates.append(Candidate(query: query, found: found)) }
        }
        return candidates
    }

    /// Calls `body` with the features of each passage that some query names.
    private func forEachFeature(of passages: Postings, _ search: Search, _ body: (Int, Int32) -> Void)
        throws(SearchIndexError)
    {
        // The features of values: many passages have the same.
        var ofValue: [Int: [UInt32: [Int32]]] = [:]
        let (columns, values) = (search.snapshot.columns, search.snapshot.values)
        for row in 0..<passages.count {
            try search.context.deadline.check()
            let docid = passages.docids[row]
            try search.reader.forEachTerm(of: docid) { term, _ in
                if let feature = features[term] { body(row, feature) }
            }
            for facet in values.indices {
                for value in columns.facets[facet].ids(of: docid) {
                    let known = ofValue[facet]?[value]
                    let own = known ?? features(of: values[facet][value], facet)
                    if known == nil { ofValue[facet, default: [:]][value] = own }
                    for feature in own { body(row, feature) }
                }
            }
        }
    }

    private func features(of name: String, _ facet: Int) -> [Int32] {
        let key = NameKey.key(name)
        let whole = features[Self.feature(facet: facet, key: key)]
        return names.features(of: key.split(separator: " "), facet: facet) + (whole.map { [$0] } ?? [])
    }
}
