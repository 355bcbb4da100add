/// One occurrence of an entity in a text, for example `person "Steve Witkoff" [10,23)`.
package struct Mention: Equatable, Sendable {
    package var type: EntityType
    /// The entity's canonical name, which need not be what the text says: `Israeli` mentions `Israel`.
    package var name: String
    /// UTF-8 offsets in the text. Both ends are on token boundaries, save that a possessive `'s` is left out.
    package var range: Range<Int>
    /// The text has a word made of the name: `Israeli`, `Israelis`, `U.S.-led`.
    package var isDerived: Bool

    package init(type: EntityType, name: String, range: Range<Int>, isDerived: Bool = false) {
        self.type = type
        self.name = name
        self.range = range
        self.isDerived = isDerived
    }
}

extension Mention: CustomStringConvertible {
    package var description: String { "\(type) \"\(name)\" [\(range.lowerBound),\(range.upperBound))" }
}
