import Stories
import XapianKit

@testable import SearchIndex

/// Which articles are one story, read from the database of a test's index beside the writer.
struct StoryState {
    /// Ids by the story's number.
    private(set) var members: [UInt32: Set<String>] = [:]
    /// What does not fit together, in a few words each.
    private(set) var faults: [String] = []

    /// The stories with more than one article.
    var groups: Set<Set<String>> { Set(members.values.filter { $0.count > 1 }) }

    init(_ test: TestIndex) throws {
        let reader = try IndexReader(try Database(path: test.folder + "/db"))
        let columns = test.index.snapshot.columns
        for key in try reader.metadataKeys(prefix: Array("A".utf8)) {
            let record = try ArticleRecord(decoding: try reader.metadata(key))
            members[record.story, default: []].insert(record.id)
            for docid in record.docids where columns.story[Int(docid)] != record.story {
                faults.append("passage \(docid) of \(record.id) has another story than its article")
            }
        }
        var stored: Set<UInt32> = []
        for key in try reader.metadataKeys(prefix: Schema.storyPrefix) {
            guard let story = Schema.story(ofKey: key), StorySignature(try reader.metadata(key)) != nil else {
                faults.append("a story's record does not read back")
                continue
            }
            stored.insert(story)
        }
        for story in stored.subtracting(members.keys) { faults.append("story \(story) has a record and no article") }
        for story in Set(members.keys).subtracting(stored) { faults.append("story \(story) has no record") }
    }
}
