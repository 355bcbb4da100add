/// What a search for similar articles starts from.
package enum Likeness: Equatable, Sendable {
    /// An article of the index, which is not found itself.
    case article(id: String)
    /// Any text.
    case text(String)
}
