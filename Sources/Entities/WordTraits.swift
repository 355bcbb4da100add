/// What the gazetteers say of a word wherever it stands. One word may be several things (`Grant`, `Jordan`).
struct WordTraits: OptionSet, Sendable {
    var rawValue: UInt32

    /// A known name begins with this word; spares the search for all others.
    static let beginsName = WordTraits(rawValue: 1 << 0)
    static let givenName = WordTraits(rawValue: 1 << 1)
    static let surname = WordTraits(rawValue: 1 << 2)
    /// Never part of a name that is not known: days, pronouns, determiners.
    static let stop = WordTraits(rawValue: 1 << 3)
    /// An ordinary word, capitalized only to open a sentence or in a headline.
    static let common = WordTraits(rawValue: 1 << 4)
    /// Makes an organization of what surrounds it, and may be followed by `of`: `University`, `Ministry`.
    static let organizationHead = WordTraits(rawValue: 1 << 5)
    /// Makes an organization of what precedes it: `Inc`, `Airlines`.
    static let organizationEnd = WordTraits(rawValue: 1 << 6)
    /// Makes a place of what follows: `Lake`, `Mount`.
    static let placeHead = WordTraits(rawValue: 1 << 7)
    /// Makes a place of what precedes it: `River`, `County`.
    static let placeEnd = WordTraits(rawValue: 1 << 8)
    /// A small word inside a person's name: `van`, `bin`, `al`.
    static let particle = WordTraits(rawValue: 1 << 9)
    /// A small word inside headlines and names: `of`, `the`, `and`.
    static let connector = WordTraits(rawValue: 1 << 10)
    static let speech = WordTraits(rawValue: 1 << 11)
    static let preposition = WordTraits(rawValue: 1 << 12)
    /// Ends a person's name: `Jr`, `III`.
    static let suffix = WordTraits(rawValue: 1 << 13)
    static let month = WordTraits(rawValue: 1 << 14)
    /// A full stop after it does not end the sentence: `Dr`, `St`.
    static let abbreviation = WordTraits(rawValue: 1 << 15)

    static let organization: WordTraits = [.organizationHead, .organizationEnd]
}

extension WordTraits {
    /// The trait that a gazetteer's row of type `name` gives its words, or nil when it is no type for single words.
    init?(rowType name: String) {
        switch name {
        case "given-name": self = .givenName
        case "surname": self = .surname
        case "stop": self = .stop
        case "common": self = .common
        case "organization-word": self = .organizationHead
        case "organization-end": self = .organizationEnd
        case "place-head": self = .placeHead
        case "place-end": self = .placeEnd
        case "particle": self = .particle
        case "connector": self = .connector
        case "speech": self = .speech
        case "preposition": self = .preposition
        case "suffix": self = [.suffix, .abbreviation]
        case "month": self = [.month, .stop]
        case "abbreviation": self = .abbreviation
        default: return nil
        }
    }
}
