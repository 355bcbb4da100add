import Stories

extension WriteSession {
    /// Has the stories of the database read, unless they were in this process.
    func readStories() throws(SearchIndexError) {
        try numbering.stories.readOnce { () throws(SearchIndexError) in
            var isSound = true
            var members = [UInt32](repeating: 0, count: Int(numbering.ordinals.upperBound))
            let columns = snapshot.columns
            columns.story.withElements { stories in
                columns.article.withElements { articles in
                    var last: UInt32?
                    snapshot.live.forEachBlock { block in
                        for docid in block where articles[Int(docid)] != last {
                            last = articles[Int(docid)]
                            guard Int(stories[Int(docid)]) < members.count else {
                                isSound = false
                                continue
                            }
                            members[Int(stories[Int(docid)])] += 1
                        }
                    }
                }
            }
            guard isSound else { throw .corrupt("an article is of a story that there is not") }
            var table = StoryTable()
            for key in try reader.metadataKeys(prefix: Schema.storyPrefix) {
                guard let story = Schema.story(ofKey: key), let signature = StorySignature(try reader.metadata(key))
                else {
                    throw .corrupt("the record of a story does not read back")
                }
                if story < members.count, members[Int(story)] > 0 {
                    table.add(story, signature: signature, members: members[Int(story)])
                }
            }
            return table
        }
    }

    /// The keys and values to store so that every story with an article has its record, and no other.
    /// - Parameters: `joined` has the story of each article that comes, `left` that of each that goes.
    func storyRecords(joined: [UInt32], left: [UInt32]) throws(SearchIndexError) -> [([UInt8], [UInt8])] {
        var leaving: [UInt32: Int] = [:]
        for story in left { leaving[story, default: 0] += 1 }
        let ended = Set(leaving.filter { numbering.stories.members(of: $0.key) <= $0.value }.keys)
        var records: [([UInt8], [UInt8])] = []
        for story in Set(joined).subtracting(ended).sorted() {
            let key = Schema.storyKey(story)
            guard let signature = numbering.stories.signature(of: story), try reader.metadata(key).isEmpty else {
                continue
            }
            records.append((key, signature.bytes))
        }
        // Only what is there: nothing is written that changes nothing.
        for story in ended.sorted() where try !reader.metadata(Schema.storyKey(story)).isEmpty {
            records.append((Schema.storyKey(story), []))
        }
        return records
    }
}
