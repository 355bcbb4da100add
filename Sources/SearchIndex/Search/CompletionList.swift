/// Words and names that complete what somebody types.
package struct CompletionList: Sendable {
    package struct Item: Equatable, Sendable {
        /// An entity's type, or `word`.
        package var type: String
        /// The name as people read it, or the word in small letters, without accents.
        package var text: String
        /// Articles that name it; nil for a word, whose articles nobody has counted.
        package var articles: Int?
        package var passages: Int
    }

    package var stamp: IndexStamp
    /// Names, most articles first, then words, most passages first.
    package var items: [Item]
    /// False when the deadline cut it short; then there are no items.
    package var isExact: Bool

    static func stopped(_ stamp: IndexStamp) -> CompletionList {
        CompletionList(stamp: stamp, items: [], isExact: false)
    }
}
