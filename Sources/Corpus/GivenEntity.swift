/// An entity that the caller named in an article, before any recognition.
package struct GivenEntity: Hashable, Sendable {
    /// `person`, `place`, `organization` or `misc`.
    package var type: String
    package var name: String
    /// UTF-8 offsets into the article's text; nil when the caller named the entity without a place.
    package var range: Range<Int>?

    package init(type: String, name: String, range: Range<Int>? = nil) {
        self.type = type
        self.name = name
        self.range = range
    }
}

extension GivenEntity {
    /// The type that `name` stands for, in whatever letter case: ours, or as taggers abbreviate it; nil for others.
    package static func type(named name: String) -> String? {
        switch name.lowercased() {
        case "person", "per": "person"
        case "place", "loc", "location", "gpe": "place"
        case "organization", "organisation", "org": "organization"
        case "misc": "misc"
        default: nil
        }
    }
}
