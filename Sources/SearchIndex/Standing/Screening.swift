import Entities

/// Standing queries, to be found by the passages that they may match: the other way round from a search.
///
/// Each query is filed under the rarest features that a match must have; what it must have besides is looked at in memory.
/// What is left is run as a search of the few passages that are left.
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

    let queries: [StandingQuery]
    private let screens: [Screen]
    private let features: [[UInt8]: Int32]
    /// The queries that are filed under each feature, and those that are under none.
    private let filed: [[Int32]]
    private let unfiled: [Int32]

    init(_ queries: [StandingQuery], _ conditions: Conditions, _ search: Search) throws(SearchIndexError) {
        var builder = ScreenBuilder(conditions, search.context.analyzer)
        var screens: [Screen] = []
        for query in queries {
            if let meaning = query.query {
                screens.append(try builder.screen(of: meaning, search.snapshot))
            } else {
                screens.append(.or([]))
            }
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
        (self.queries, self.screens, features) = (queries, screens, builder.features)
        (self.filed, self.unfiled) = (filed, unfiled)
    }

    /// A word of a name in a facet field. No term begins with a zero byte.
    static func feature(facet: Int, word: String) -> [UInt8] { [0, UInt8(facet)] + Array(word.utf8) }

    /// The queries that some of `passages` may match, each with these passages, in the order of the queries.
    func candidates(_ passages: Postings, _ search: Search) throws(SearchIndexError)
        -> [(query: StandingQuery, passages: Postings)]
    {
        var having = [[UInt32]](repeating: [], count: filed.count)
        var found: Set<Int32> = []
        try forEachFeature(of: passages, search) { docid, feature in
            if having[Int(feature)].isEmpty { found.insert(feature) }
            if having[Int(feature)].last != docid { having[Int(feature)].append(docid) }
        }
        let numbers = Set(found.flatMap { filed[Int($0)] } + unfiled).sorted()
        var candidates: [(query: StandingQuery, passages: Postings)] = []
        for number in numbers {
            guard let own = screens[Int(number)].passages(having) else {
                candidates.append((queries[Int(number)], passages))
                continue
            }
            if !own.isEmpty { candidates.append((queries[Int(number)], .list(own))) }
        }
        return candidates
    }

    /// Calls `body` with the features of each passage that some query names.
    private func forEachFeature(of passages: Postings, _ search: Search, _ body: (UInt32, Int32) -> Void)
        throws(SearchIndexError)
    {
        // The features of values: many passages have the same.
        var ofValue: [Int: [UInt32: [Int32]]] = [:]
        let (columns, values) = (search.snapshot.columns, search.snapshot.values)
        for index in 0..<passages.count {
            try search.context.deadline.check()
            let docid = passages.docids[index]
            try search.reader.forEachTerm(of: docid) { term, _ in
                if let feature = features[term] { body(docid, feature) }
            }
            for facet in values.indices {
                for value in columns.facets[facet].ids(of: docid) {
                    let known = ofValue[facet]?[value]
                    let own =
                        known
                        ?? NameKey.key(values[facet][value]).split(separator: " ").compactMap {
                            features[Self.feature(facet: facet, word: String($0))]
                        }
                    if known == nil { ofValue[facet, default: [:]][value] = own }
                    for feature in own { body(docid, feature) }
                }
            }
        }
    }
}
