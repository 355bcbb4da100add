import Entities

/// A name with its type, for example `person=Steve Witkoff`: what corrections speak of.
///
/// Two are equal when their types and the keys of their names are, however the names are spelled.
package struct EntityName: Sendable {
    let type: EntityType
    /// As it was written.
    let name: String
    let key: String

    /// Nil for a name without a letter or digit, which is no value of any field.
    init?(type: EntityType, name: String) {
        let key = NameKey.key(name)
        if key.isEmpty { return nil }
        self.init(type: type, name: name, key: key)
    }

    init(type: EntityType, name: String, key: String) {
        self.type = type
        self.name = name
        self.key = key
    }

    /// Reads `person=Steve Witkoff`; also a name alone where the type is known.
    /// - Throws: `SearchIndexError.badCorrection`.
    init(parsing text: String, type known: EntityType? = nil) throws(SearchIndexError) {
        let (type, name) = Self.parts(of: text)
        guard let type = type ?? known else {
            throw SearchIndexError(
                .badCorrection, "a name needs its type",
                hint: "write TYPE=NAME, as in person=\"Steve Witkoff\"; types are \(Self.types)")
        }
        guard name.utf8.count <= Self.longest, let entity = EntityName(type: type, name: name) else {
            throw SearchIndexError(
                .badCorrection,
                name.utf8.count <= Self.longest
                    ? "a name needs a letter or a digit" : "a name is longer than \(Self.longest) bytes")
        }
        self = entity
    }

    /// The types, as help lists them.
    package static let types = EntityType.allCases.map(\.name).joined(separator: ", ")
    /// Bytes of a name.
    private static let longest = 1_000

    /// The type before the first `=`, if it is one, and the rest.
    private static func parts(of text: String) -> (EntityType?, String) {
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
            let type = EntityType(name: String(text[..<equals]))
        else { return (nil, text) }
        return (type, String(text[text.utf8.index(after: equals)...]))
    }

    /// The field whose values names of this type are.
    var field: Field { Field.facets[facet] }
    /// The field's place among the facets.
    var facet: Int { Self.facets[Int(type.rawValue)] }

    private static let facets = EntityType.allCases.map { type in
        Field.facets.firstIndex { $0.name == type.name } ?? 0
    }
}

extension EntityName: Hashable {
    package static func == (a: EntityName, b: EntityName) -> Bool { a.type == b.type && a.key == b.key }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(key)
    }
}

extension EntityName: CustomStringConvertible {
    package var description: String { "\(type)=\(name)" }
}
