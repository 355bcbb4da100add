/// One mention of an entity in a passage. No range: the caller gave the entity without a place.
package struct EntityView: Equatable, Sendable {
    package var type: String
    package var name: String
    /// In the passage's text, in bytes.
    package var range: Range<Int>?
}
