/// Which passages a query matches, as far as their features tell.
indirect enum Screen: Sendable {
    /// Every passage matches.
    case all
    /// Those with a feature, by its number, match: a word of the text or of the headline.
    case has(Int32)
    /// Those with a value of a field match, by the feature of its whole name; when no passage of the index has it, those with
    /// the other feature, a value that has all of its words.
    case name(whole: Int32, part: Int32)
    /// Those in which terms stand side by side match.
    case phrase(ScreenedPhrase)
    /// None but those of the screen match, and perhaps not all of them.
    case maybe(Screen)
    case without(Screen)
    case and([Screen])
    case or([Screen])

    static let nothing = Screen.or([])

    static func conjunction(_ screens: [Screen]) -> Screen { screens.count == 1 ? screens[0] : .and(screens) }

    static func disjunction(_ screens: [Screen]) -> Screen { screens.count == 1 ? screens[0] : .or(screens) }

    /// Features of which every passage that may match has one: those that weigh least. Nil when there are none.
    func cover(_ weights: [Int]) -> (features: [Int32], weight: Int)? {
        switch self {
        case .all, .without: return nil
        case .has(let feature), .name(_, part: let feature): return ([feature], weights[Int(feature)])
        case .phrase(let phrase):
            return Screen.or(phrase.places.map { .and($0.features.map(Screen.has)) }).cover(weights)
        case .maybe(let screen): return screen.cover(weights)
        case .and(let screens): return screens.compactMap { $0.cover(weights) }.min { $0.weight < $1.weight }
        case .or(let screens):
            var union: (features: [Int32], weight: Int) = ([], 0)
            for screen in screens {
                guard let cover = screen.cover(weights) else { return nil }
                union.features += cover.features
                union.weight += cover.weight
            }
            return union
        }
    }

    var phrases: [ScreenedPhrase] {
        switch self {
        case .all, .has, .name: []
        case .phrase(let phrase): [phrase]
        case .maybe(let screen), .without(let screen): screen.phrases
        case .and(let screens), .or(let screens): screens.flatMap(\.phrases)
        }
    }

    /// What was found: the passages that match, or those of which it takes a search to tell.
    struct Found {
        var rows: RowSet
        var isExact: Bool

        static func exactly(_ rows: RowSet) -> Found { Found(rows: rows, isExact: true) }
        static func perhaps(_ rows: RowSet) -> Found { Found(rows: rows, isExact: rows.isEmpty) }
    }

    /// - Parameter within: passages outside which nothing matters; others may be found too.
    func rows(_ features: PassageFeatures, within: RowSet) -> Found {
        switch self {
        case .all: return .exactly(within)
        case .has(let feature): return .exactly(features.having(feature))
        case .name(let whole, let part):
            let rows = features.having(whole)
            return rows.isEmpty ? .perhaps(features.having(part)) : .exactly(rows)
        case .phrase(let phrase): return .exactly(features.having(phrase))
        case .maybe(let screen): return .perhaps(screen.rows(features, within: within).rows)
        case .without(let screen):
            let excluded = screen.rows(features, within: within)
            guard excluded.isExact else { return .perhaps(within) }
            var rows = within
            rows.subtract(excluded.rows)
            return .exactly(rows)
        case .and(let screens):
            var found = Found.exactly(within)
            for screen in screens {
                let next = screen.rows(features, within: found.rows)
                found.rows.formIntersection(next.rows)
                found.isExact = found.isExact && next.isExact
                if found.rows.isEmpty { return .exactly(found.rows) }
            }
            return found
        case .or(let screens):
            var found = Found.exactly(RowSet())
            for screen in screens {
                let next = screen.rows(features, within: within)
                found.rows.formUnion(next.rows)
                found.isExact = found.isExact && next.isExact
            }
            return found
        }
    }
}
