/// What a query looks for in a passage's text, as the highlighter needs it.
enum HighlightPattern: Equatable, Sendable {
    /// Any one of these terms.
    case terms(Set<[UInt8]>)
    /// These terms side by side; marked as one span.
    case phrase([[UInt8]])

    /// The patterns of everything in `plan` that makes a passage match: not what it excludes, nor headline words.
    static func patterns(of plan: Plan) -> [HighlightPattern] {
        switch plan {
        case .term(let term, .anywhere): [.terms([term])]
        case .anyTerm(_, let terms, .anywhere): [.terms(Set(terms))]
        case .phrase(let terms, .anywhere): [.phrase(terms)]
        case .near(let phrases, _): phrases.map { .phrase($0) }
        case .and(let plans), .or(let plans): plans.flatMap(patterns)
        case .term, .anyTerm, .phrase, .all, .nothing, .values, .present, .article, .dates, .not: []
        }
    }
}
