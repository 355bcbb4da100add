import QueryLanguage

/// A query made concrete: index terms in place of words. What the evaluator runs, and what a reply shows as `parsed`.
indirect enum Plan: Equatable, Sendable {
    /// Where a word is looked for.
    enum Scope: Sendable {
        /// In the passage's text or its article's headline.
        case anywhere
        /// In the text only.
        case text
        /// In the headline only.
        case title
    }

    case all
    case nothing
    /// One term.
    case term([UInt8], Scope)
    /// Any of several terms, taken as one: what a prefix stands for, a word with typing errors, or a word in several
    /// languages, written `like`.
    case anyTerm(like: String, terms: [[UInt8]], Scope)
    /// Terms at adjacent positions in this order.
    case phrase([[UInt8]], Scope)
    /// Phrases within `distance` words of each other, in any order.
    case near([[[UInt8]]], distance: Int)
    /// Passages with one of a facet field's values, given by their keys. Scores nothing.
    case values(field: String, keys: [String])
    /// Passages with any value of a facet field or of the date. Scores nothing.
    case present(field: String)
    /// The passages of one article. Scores nothing.
    case article(id: String)
    /// Passages of articles dated within a range. Scores nothing.
    case dates(DateRange)
    case and([Plan])
    case or([Plan])
    case not(Plan)

    /// The conjunction of `plans`, without needless levels; nil of none.
    static func conjunction(_ plans: [Plan]) -> Plan? {
        if plans.isEmpty { return nil }
        if plans.contains(.nothing) { return .nothing }
        let wanted = plans.filter { $0 != .all }
        return wanted.count > 1 ? .and(wanted) : wanted.first ?? .all
    }

    /// The terms of words that are sought, wherever they are looked for.
    var soughtTerms: Set<[UInt8]> {
        switch self {
        case .term(let term, _): [term]
        case .anyTerm(_, let terms, _): Set(terms)
        case .phrase(let terms, _): Set(terms)
        case .near(let phrases, _): Set(phrases.joined())
        case .and(let plans), .or(let plans): plans.reduce(into: []) { $0.formUnion($1.soughtTerms) }
        case .all, .nothing, .values, .present, .article, .dates, .not: []
        }
    }

    /// The disjunction of `plans`, without needless levels; nil of none.
    static func disjunction(_ plans: [Plan]) -> Plan? {
        if plans.isEmpty { return nil }
        if plans.contains(.all) { return .all }
        let wanted = plans.filter { $0 != .nothing }
        return wanted.count > 1 ? .or(wanted) : wanted.first ?? .nothing
    }
}

extension Plan: CustomStringConvertible {
    /// The plan as one line: `(and abraham accord (not place=baku))`.
    var description: String {
        switch self {
        case .all: "all"
        case .nothing: "nothing"
        case .term(let term, let scope): scope.prefix + Self.text(term)
        case .anyTerm(let like, _, let scope): "\(scope.prefix)\(like)"
        case .phrase(let terms, let scope): scope.prefix + Self.text(terms)
        case .near(let phrases, let distance):
            "(near/\(distance) \(phrases.map { $0.count == 1 ? Self.text($0[0]) : Self.text($0) }.joined(separator: " ")))"
        case .values(let field, let keys):
            keys.count == 1 ? "\(field)=\(keys[0])" : "(any \(keys.map { "\(field)=\($0)" }.joined(separator: " ")))"
        case .present(let field): "\(field)=*"
        case .article(let id): "article=\(id)"
        case .dates(let range): "date=\(range.from.map(String.init) ?? "")..\(range.through.map(String.init) ?? "")"
        case .and(let plans): "(and \(plans.map(\.description).joined(separator: " ")))"
        case .or(let plans): "(or \(plans.map(\.description).joined(separator: " ")))"
        case .not(let plan): "(not \(plan))"
        }
    }

    private static func text(_ term: [UInt8]) -> String { String(decoding: term, as: UTF8.self) }
    private static func text(_ terms: [[UInt8]]) -> String { "\"\(terms.map(text).joined(separator: " "))\"" }
}

extension Plan.Scope {
    fileprivate var prefix: String { self == .title ? "title:" : "" }
}
