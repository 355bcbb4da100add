/// A known name, or a phrase that names nothing.
struct GazetteerEntry: Sendable {
    enum Kind: Equatable, Sendable {
        case entity(EntityType)
        /// `Israeli`: mentions the place it is derived from, which is the entry's name.
        case demonym
        /// `Prime Minister`: precedes a person and is no mention.
        case title
        /// `African American`: looks like a name and is none.
        case nothing
    }

    var kind: Kind
    /// The canonical name of what is mentioned.
    var name: String
    /// For a person, the keys (`NameParts`) of what stands for it once the full name was seen: `Trump`, `Xi`.
    var shortForms: [UInt64] = []
    /// The entry of what it is a part of, -1 when the tables do not say.
    var parent: Int32 = -1

    /// The type of its mentions, nil when it has none.
    var type: EntityType? {
        switch kind {
        case .entity(let type): type
        case .demonym: .place
        case .title, .nothing: nil
        }
    }
}

extension GazetteerEntry.Kind {
    /// The kind that a row of type `name` has, or nil when the type is one for single words or unknown.
    init?(rowType name: String) {
        switch name {
        case "demonym": self = .demonym
        case "title": self = .title
        case "nothing": self = .nothing
        default:
            guard let type = EntityType(name: name) else { return nil }
            self = .entity(type)
        }
    }
}
