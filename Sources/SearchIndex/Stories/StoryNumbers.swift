import Stories
import Synchronization

/// Gives articles the numbers of their stories, for the writer and the analysis threads alike: so that copies that come
/// in one load find one another.
///
/// An article counts for its story from the moment that it has the number, before it is committed, and as long as it is in
/// the index. What was numbered and then failed counts until the process ends: its story waits for others longer than
/// it need, and no more.
final class StoryNumbers: Sendable {
    /// Nil until the stories that the database has are read: at the first write, for opening an index reads none.
    private let table = Mutex<StoryTable?>(nil)

    /// Takes the stories that the database has; `read` is asked for them if nobody was before.
    func readOnce(_ read: () throws(SearchIndexError) -> StoryTable) throws(SearchIndexError) {
        if table.withLock({ $0 != nil }) { return }
        let stored = try read()
        table.withLock { $0 = $0 ?? stored }
    }

    /// The number of the story that an article belongs to: that of the story that it is like, or its own ordinal.
    func story(of article: PreparedArticle, ordinal: UInt32) -> UInt32 {
        guard let signature = article.signature else { return ordinal }
        return table.withLock { table in
            if let known = table?.story(like: signature) {
                table?.join(known)
                return known
            }
            table?.add(ordinal, signature: signature, members: 1)
            return ordinal
        }
    }

    /// The signature of a story's founder; nil when there is no such story, or its founder is too short to have one.
    func signature(of story: UInt32) -> StorySignature? { table.withLock { $0?.signature(of: story) } }

    /// How many articles a story has.
    func members(of story: UInt32) -> Int { table.withLock { $0?.members(of: story) ?? 0 } }

    /// Counts articles that are no more, each by its story.
    func leave(_ stories: [UInt32]) {
        table.withLock { table in for story in stories { table?.leave(story) } }
    }
}
