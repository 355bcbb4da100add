/// A passage and its article as they are stored: all of a hit that does not depend on the query.
struct StoredPassage: RevisionCacheable {
    let passage: PassageView
    let article: ArticleView
    /// How many other articles have a passage with the same words; nil when there was no time to count them.
    let copies: Int?

    /// The texts, and about 100 bytes for each value that has a place of its own in the heap.
    var byteCount: Int {
        passage.text.utf8.count + 100 * (6 + passage.entities.count + article.authors.count + article.tags.count)
    }
}
