/// What sort of thing an entity is. Nationalities are places: `Israeli` is a mention of Israel.
package enum EntityType: UInt8, CaseIterable, Sendable, CustomStringConvertible {
    case person, place, organization, misc

    /// The type called `name` (`person`, `place`, `organization`, `misc`), or nil.
    package init?(name: String) {
        guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = type
    }

    /// The name used in fields, gazetteers and replies.
    package var name: String {
        switch self {
        case .person: "person"
        case .place: "place"
        case .organization: "organization"
        case .misc: "misc"
        }
    }

    package var description: String { name }
}
