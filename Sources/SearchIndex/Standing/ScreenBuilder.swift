import Entities
import QueryLanguage
import TextAnalysis

/// Makes the screens of queries, and numbers the features that they name.
struct ScreenBuilder {
    private(set) var features: [[UInt8]: Int32] = [:]
    private let analyzer: Analyzer
    private let conditions: Screening.Conditions

    init(_ conditions: Screening.Conditions, _ analyzer: Analyzer) {
        self.conditions = conditions
        self.analyzer = analyzer
    }

    /// What a passage must have, whatever the index looks like when it comes.
    mutating func screen(of query: SearchQuery, _ snapshot: Snapshot) throws(SearchIndexError) -> Screen {
        let sought = Search.withoutStopWords(query.query, in: snapshot)
        let relaxed = query.matching == .any ? sought.relaxed : nil
        var parts = [try part(relaxed ?? sought, splits: relaxed != nil) ?? .all]
        for (_, filters) in Dictionary(grouping: query.filters, by: \.field) {
            var any: [Screen] = []
            for filter in filters { any.append(try part(filter.query, splits: false) ?? .all) }
            parts.append(.disjunction(any))
        }
        for filter in query.requirements { parts.append(try part(filter.query, splits: false) ?? .all) }
        return .conjunction(parts)
    }

    /// Nil for a query without any word in it, which counts as not written.
    /// - Parameter splits: whether one of the words of a compound is enough, as in a relaxed query.
    private mutating func part(_ query: Query, splits: Bool) throws(SearchIndexError) -> Screen? {
        switch query {
        case .all, .not, .prefix, .fuzzy: return .all
        case .word(let text): return try words(text, inText: true, splits: splits)
        case .phrase(let phrase): return try words(phrase.text, inText: true)
        case .near(let phrases, _):
            return try words(phrases.map(\.text).joined(separator: " "), inText: true, splits: phrases.count == 1)
        case .field(let name, let value): return try field(name, value)
        case .sequence(let queries), .and(let queries): return .conjunction(try parts(queries, splits))
        case .or(let queries):
            let parts = try parts(queries, splits)
            return parts.isEmpty ? nil : .disjunction(parts)
        case .required(let query): return try part(query, splits: splits)
        }
    }

    private mutating func parts(_ queries: [Query], _ splits: Bool) throws(SearchIndexError) -> [Screen] {
        var parts: [Screen] = []
        for query in queries { if let part = try part(query, splits: splits) { parts.append(part) } }
        return parts
    }

    private mutating func field(_ name: String, _ value: FieldValue) throws(SearchIndexError) -> Screen? {
        switch value {
        case .word(let text): return try words(text, inText: false)
        case .phrase(let phrase): return try words(phrase.text, inText: false)
        case .prefix, .fuzzy, .dates, .present: return .all
        case .name(let text):
            // What corrections make of a name is for the search to find out.
            guard let field = Field.named(name), let facet = field.facet,
                field.kind != .entity || !conditions.hasCorrections
            else { return .all }
            let words = NameKey.key(text).split(separator: " ")
            return .conjunction(words.map { .has(number(Screening.feature(facet: facet, word: String($0)))) })
        }
    }

    /// The words of a text in one of the languages of the index, in the text or the headline.
    private mutating func words(_ text: String, inText: Bool, splits: Bool = false) throws(SearchIndexError) -> Screen?
    {
        var readings: [Screen] = []
        for language in conditions.languages.sought {
            let terms = try QueryTokens.terms(of: text, analyzer: analyzer, language)
            if terms.isEmpty { return readings.isEmpty ? nil : .all }
            let words = terms.map { term -> Screen in
                let inTitle = Screen.has(number(PlanCompiler.titlePrefix + term))
                return inText ? .or([.has(number(term)), inTitle]) : inTitle
            }
            readings.append(splits ? .disjunction(words) : .conjunction(words))
        }
        return .disjunction(readings)
    }

    private mutating func number(_ feature: [UInt8]) -> Int32 {
        if let known = features[feature] { return known }
        let number = Int32(features.count)
        features[feature] = number
        return number
    }
}
