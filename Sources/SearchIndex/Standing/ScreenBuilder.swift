import Entities
import QueryLanguage
import TextAnalysis

/// Makes the screens of queries, and numbers the features that they name.
struct ScreenBuilder {
    private(set) var features: [[UInt8]: Int32] = [:]
    private(set) var names = PartialNames()
    private let analyzer: Analyzer
    private let conditions: Screening.Conditions

    init(_ conditions: Screening.Conditions, _ analyzer: Analyzer) {
        self.conditions = conditions
        self.analyzer = analyzer
    }

    /// The screen of a query, whatever the index looks like when a passage comes.
    mutating func screen(of query: SearchQuery, _ snapshot: Snapshot) throws(SearchIndexError) -> Screen {
        if query.likeness != nil { return .maybe(.all) }
        let sought = Search.withoutStopWords(query.query, in: snapshot)
        let relaxed = query.matching == .any ? sought.relaxed : nil
        var screens = [try part(relaxed ?? sought, splits: relaxed != nil) ?? .nothing]
        for (_, filters) in Dictionary(grouping: query.filters, by: \.field) {
            screens.append(.disjunction(try self.screens(of: filters)))
        }
        screens += try self.screens(of: query.requirements)
        screens += try self.screens(of: query.exclusions).map(Screen.without)
        if query.dates != nil { screens.append(.maybe(.all)) }
        return .conjunction(screens)
    }

    private mutating func screens(of filters: [FieldFilter]) throws(SearchIndexError) -> [Screen] {
        var screens: [Screen] = []
        for filter in filters { screens.append(try part(filter.query, splits: false) ?? .nothing) }
        return screens
    }

    /// Nil for a query without any word in it, which counts as not written.
    /// - Parameter splits: whether one of the words of a compound is enough, as in a relaxed query.
    private mutating func part(_ query: Query, splits: Bool) throws(SearchIndexError) -> Screen? {
        switch query {
        case .all: return .all
        case .prefix, .fuzzy: return .maybe(.all)
        case .word(let text): return try words(text, inText: true, splits: splits)
        case .phrase(let phrase): return try words(phrase.text, inText: true)
        case .near(let phrases, _):
            let text = phrases.map(\.text).joined(separator: " ")
            return try words(text, inText: true, splits: true).map(Screen.maybe)
        case .field(let name, let value): return try field(name, value)
        case .sequence(let queries), .and(let queries):
            let parts = try parts(queries, splits)
            return parts.isEmpty ? nil : .conjunction(parts)
        case .or(let queries):
            let parts = try parts(queries, splits)
            return parts.isEmpty ? nil : .disjunction(parts)
        case .not(let query): return try part(query, splits: splits).map(Screen.without)
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
        case .prefix, .fuzzy, .dates, .present: return .maybe(.all)
        case .name(let text):
            // What corrections make of a name is for the search to find out.
            guard let field = Field.named(name), let facet = field.facet,
                field.kind != .entity || !conditions.hasCorrections
            else { return .maybe(.all) }
            let key = NameKey.key(text)
            guard !key.isEmpty else { return .nothing }
            let whole = number(Screening.feature(facet: facet, key: key))
            let part = number(Screening.feature(facet: facet, partOf: key))
            names.insert(key, facet: facet, feature: part)
            return .name(whole: whole, part: part)
        }
    }

    /// The words of a text in one of the languages of the index, in the text or the headline: several side by side.
    private mutating func words(_ text: String, inText: Bool, splits: Bool = false) throws(SearchIndexError) -> Screen?
    {
        let places = inText ? [[], PlanCompiler.titlePrefix] : [PlanCompiler.titlePrefix]
        var readings: [Screen] = []
        var counts: Set<Int> = []
        for language in conditions.languages.sought {
            let terms = try QueryTokens.terms(of: text, analyzer: analyzer, language)
            counts.insert(terms.count)
            if terms.count == 1 || splits {
                let words = terms.flatMap { term in places.map { Screen.has(number($0 + term)) } }
                readings.append(.disjunction(words))
            } else {
                readings.append(
                    .phrase(
                        ScreenedPhrase(
                            places: places.map { place in
                                let terms = terms.map { place + $0 }
                                return .init(terms: terms, features: terms.map { number($0) })
                            })))
            }
        }
        if counts == [0] { return nil }
        // A text that is one word in one language and several in another is for the search to take apart.
        return counts.count > 1
            ? .maybe(.all) : splits && counts != [1] ? .maybe(.disjunction(readings)) : .disjunction(readings)
    }

    private mutating func number(_ feature: [UInt8]) -> Int32 {
        if let known = features[feature] { return known }
        let number = Int32(features.count)
        features[feature] = number
        return number
    }
}
