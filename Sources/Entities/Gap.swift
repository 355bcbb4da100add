/// What stands between two neighbouring words.
enum Gap: UInt8, Sendable {
    /// Blanks only, or a full stop that belongs to an initial or abbreviation.
    case space
    case hyphen, comma, ampersand
    /// ` (`
    case parenthesis
    /// Anything else; no name goes on over it.
    case other

    var joins: Bool { self == .space || self == .hyphen }
}
