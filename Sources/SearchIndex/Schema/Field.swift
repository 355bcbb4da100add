package import QueryLanguage

/// One field of the index: the single place for its name, kind, term prefix, value slot and description.
/// The query parser, the filters, the facets, `/v1/fields` and the documentation all read this table.
package struct Field: Sendable {
    /// How a person writes it: `person`.
    package let name: String
    package let kind: FieldKind
    /// The prefix of the field's terms in the database; nil for a field without terms of its own.
    let prefix: String?
    /// The value slot that holds a passage's values of the field; nil for a field that has none.
    let slot: UInt32?
    package let description: String
    package let example: String

    /// Whether the field's values can be counted.
    package var isCountable: Bool { kind.isFacet }

    /// The field's place among the facets, and so among the snapshot's columns.
    let facet: Int?
}

extension Field {
    static let title = Field(
        name: "title", kind: .text, prefix: "S", slot: nil,
        description: "words of the headline", example: "title:accords", facet: nil)
    static let article = Field(
        name: "article", kind: .identifier, prefix: "Q", slot: Slot.article,
        description: "an article's id", example: "article:wire/1042", facet: nil)
    static let date = Field(
        name: "date", kind: .date, prefix: nil, slot: Slot.date,
        description: "day of publication, a month, a year or a range",
        example: "date:2025-07..2025-08", facet: nil)

    /// The fields whose values are counted, in the order of their columns.
    package static let facets: [Field] = [
        facet(0, "person", .entity, "XP", "people named in the passage", "person:\"Steve Witkoff\""),
        facet(1, "place", .entity, "XL", "countries, towns and regions named in the passage", "place:Baku"),
        facet(2, "organization", .entity, "XO", "organizations named in the passage", "organization:Reuters"),
        facet(3, "misc", .entity, "XM", "other names: treaties, events, prizes", "misc:\"Abraham Accords\""),
        facet(4, "source", .keyword, "XS", "who published the article", "source:Reuters"),
        facet(5, "section", .keyword, "XC", "section of the paper or site", "section:world"),
        facet(6, "author", .keyword, "A", "who wrote the article", "author:\"Jane Doe\""),
        facet(7, "language", .keyword, "L", "language of the article", "language:en"),
        facet(8, "tag", .keyword, "K", "keywords given with the article", "tag:diplomacy"),
    ]

    /// Every field, in the order in which help lists them.
    package static let all: [Field] = [title] + facets + [date, article]

    /// The field called `name`, or nil.
    package static func named(_ name: String) -> Field? { all.first { $0.name == name } }

    /// What the query parser needs to know of the fields.
    package static let kinds: [String: FieldKind] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.kind) })

    /// The term for one of the field's values, given its key (`NameKey`).
    func term(key: String) -> [UInt8] { Term.bytes(prefix: prefix ?? "", key) }

    private static func facet(
        _ index: Int, _ name: String, _ kind: FieldKind, _ prefix: String, _ description: String, _ example: String
    ) -> Field {
        Field(
            name: name, kind: kind, prefix: prefix, slot: Slot.firstFacet + UInt32(index), description: description,
            example: example, facet: index)
    }
}
