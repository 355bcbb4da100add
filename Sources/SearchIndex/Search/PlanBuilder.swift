import Entities
import QueryLanguage
import TextAnalysis

/// Makes a plan of a query: analyses its words and looks up what prefixes and names stand for.
struct PlanBuilder {
    let analyzer: Analyzer
    let vocabulary: Vocabulary
    /// Whether one of the terms of a word that has several is enough, in a disjunction.
    private var splitsCompounds = false

    init(analyzer: Analyzer, vocabulary: Vocabulary) {
        self.analyzer = analyzer
        self.vocabulary = vocabulary
    }

    /// - Throws: `SearchIndexError.badQuery` for a prefix that too many words have, or a word that too many are
    ///   near, `.storage` when reading fails.
    func plan(_ query: Query) throws(SearchIndexError) -> Plan { try part(query) ?? .nothing }

    /// The plan of a relaxed query, in which the parts of a compound (`Saudi-led`) are words like others.
    func relaxedPlan(_ query: Query) throws(SearchIndexError) -> Plan {
        var builder = self
        builder.splitsCompounds = true
        return try builder.plan(query)
    }

    /// The plan of a query, or nil for one without any word in it (`-`, `"…"`), which counts as not written.
    private func part(_ query: Query) throws(SearchIndexError) -> Plan? {
        switch query {
        case .all: .all
        case .word(let text): try words(text, .anywhere)
        case .phrase(let phrase): try words(phrase.text, .anywhere)
        case .prefix(let text): try prefix(text, .anywhere)
        case .fuzzy(let text, let distance): try fuzzy(text, distance: distance, .anywhere)
        case .near(let phrases, let distance): try near(phrases, distance: distance)
        case .field(let name, let value): try field(name, value)
        case .sequence(let queries), .and(let queries): Plan.conjunction(try parts(queries))
        case .or(let queries): Plan.disjunction(try alternatives(queries))
        case .not(let query): try part(query).map(Plan.not)
        case .required(let query): try part(query)
        }
    }

    private func parts(_ queries: [Query]) throws(SearchIndexError) -> [Plan] {
        var parts: [Plan] = []
        for query in queries { if let part = try part(query) { parts.append(part) } }
        return parts
    }

    private func alternatives(_ queries: [Query]) throws(SearchIndexError) -> [Plan] {
        var parts: [Plan] = []
        for query in queries {
            if splitsCompounds, case .word(let text) = query {
                parts += try separateWords(text, .anywhere)
            } else if let part = try part(query) {
                parts.append(part)
            }
        }
        return parts
    }

    /// The last word of the text is a prefix; words before it (`Saudi-le*`) must stand in the same passage.
    private func prefix(_ text: String, _ scope: Plan.Scope) throws(SearchIndexError) -> Plan? {
        let bytes = Array(text.utf8)
        guard let last = Tokenizer.tokens(in: bytes.span).last else { return nil }
        let folded = analyzer.folded(last, in: bytes.span)
        let terms = try vocabulary.terms(prefix: folded)
        let expansion: Plan =
            terms.isEmpty
            ? .nothing : .anyTerm(like: String(decoding: folded, as: UTF8.self) + "*", terms: terms, scope)
        let before = String(decoding: bytes[..<last.range.lowerBound], as: UTF8.self)
        return .conjunction([try words(before, scope), expansion].compactMap { $0 })
    }

    /// The last word of the text may have typing errors; words before it must stand in the same passage.
    private func fuzzy(_ text: String, distance: Int, _ scope: Plan.Scope) throws(SearchIndexError) -> Plan? {
        let bytes = Array(text.utf8)
        guard let last = Tokenizer.tokens(in: bytes.span).last, last.kind == .word else {
            // Numbers and ideographs have no words near them.
            return try words(text, scope)
        }
        let folded = analyzer.folded(last, in: bytes.span)
        let expansion = Plan.anyTerm(
            like: "\(String(decoding: folded, as: UTF8.self))~\(distance)",
            terms: try vocabulary.terms(near: folded, distance: distance), scope)
        let before = String(decoding: bytes[..<last.range.lowerBound], as: UTF8.self)
        return .conjunction([try words(before, scope), expansion].compactMap { $0 })
    }

    private func field(_ name: String, _ value: FieldValue) throws(SearchIndexError) -> Plan? {
        guard let field = Field.named(name) else {
            throw SearchIndexError(.badQuery, "there is no field \(name)", hint: "GET /v1/fields lists them")
        }
        switch value {
        case .word(let text): return try words(text, .title)
        case .phrase(let phrase): return try words(phrase.text, .title)
        case .prefix(let text): return try prefix(text, .title)
        case .fuzzy(let text, let distance): return try fuzzy(text, distance: distance, .title)
        case .dates(let range): return .dates(range)
        case .present: return .present(field: field.name)
        case .name(let name):
            if field.kind == .identifier { return .article(id: name) }
            let values = try vocabulary.values(of: field, named: name)
            return Plan.disjunction(values.map { .values(field: $0.field.name, keys: $0.keys) }) ?? .nothing
        }
    }
}
