/// What the index has of a name that was looked up.
package struct ScreenedName: Equatable, Sendable {
    /// How it was found.
    package enum Match: String, Sendable, CaseIterable {
        /// It is a name of the index, whatever its case and accents; also `Last, First`.
        case exact
        /// It is another name of one, by a correction or a gazetteer.
        case alias
        /// All its words stand in a longer name.
        case part
        /// A name is spelled nearly so.
        case near
        /// Nothing is like it.
        case none
    }

    /// A name and its type.
    package struct Entity: Equatable, Sendable {
        package var type: String
        package var name: String
    }

    /// As it was asked for.
    package var name: String
    package var match: Match
    /// Characters inserted, deleted, changed or swapped, in all words; nil unless the match is `near`.
    package var distance: Int?
    /// What it stands for: one, or several of the same name.
    package var entities: [Entity] = []
    /// Articles that name any of these.
    package var articles = 0
    /// The first and the last of their days; nil when none has a date.
    package var first: String?
    package var last: String?
    /// Who is named in the same passages most often, at most three.
    package var company: [EntityPage.Item] = []
}
