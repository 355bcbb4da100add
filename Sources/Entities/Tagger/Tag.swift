/// The label of a word: outside of names, the first word of one, or a later word of one (BIO).
package struct Tag: Equatable, Hashable, Sendable {
    /// 0 is outside; then first and later word of each type, in the order of `EntityType`.
    package let index: Int

    package static let count = 1 + 2 * EntityType.allCases.count
    package static let outside = Tag(index: 0)

    init(index: Int) { self.index = index }

    package init(first type: EntityType) { index = 1 + 2 * Int(type.rawValue) }

    package init(later type: EntityType) { index = 2 + 2 * Int(type.rawValue) }

    /// The type of the name that the word is part of.
    package var type: EntityType? { index == 0 ? nil : EntityType(rawValue: UInt8((index - 1) / 2)) }

    /// Whether it goes on with the name of the word before.
    package var isInside: Bool { index > 0 && index % 2 == 0 }

    /// Whether a word with this tag may stand behind one with the tag `previous`.
    package func mayFollow(_ previous: Tag) -> Bool { !isInside || previous.type == type }
}

extension Tag {
    /// The tag as the files of the CoNLL shared tasks spell it: `O`, `B-PER`, `I-LOC`; nil when it is none.
    package init?(name: some StringProtocol) {
        if name == "O" {
            self = .outside
            return
        }
        guard let type = EntityType.allCases.first(where: { name.dropFirst(2) == $0.label }) else { return nil }
        switch name.prefix(2) {
        case "B-": self.init(first: type)
        case "I-": self.init(later: type)
        default: return nil
        }
    }
}

extension EntityType {
    /// The type's name in labelled files.
    package var label: String {
        switch self {
        case .person: "PER"
        case .place: "LOC"
        case .organization: "ORG"
        case .misc: "MISC"
        }
    }
}
