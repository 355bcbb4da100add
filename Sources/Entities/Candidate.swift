/// A stretch of words that may be a name.
struct Candidate: Sendable {
    enum Reading: Equatable, Sendable {
        /// A name of the gazetteer: index of its entry.
        case known(Int32)
        /// A name that the gazetteer does not have, of which its own words or those around it tell the type.
        case typed(EntityType)
        /// Capitalized words of which nothing tells the type; the rest of the article may.
        case open
    }

    var words: Range<Int>
    var reading: Reading
    /// An adjective made of the name of what it mentions: `U.S.-led`.
    var isDerived = false
}
