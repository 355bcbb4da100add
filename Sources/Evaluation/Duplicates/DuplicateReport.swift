internal import Stories

/// How well stories tell which articles of a set are copies of one another.
package struct DuplicateReport: Sendable {
    private let found: Set<DuplicateSet.Pair>
    private let labelled: Set<DuplicateSet.Pair>
    private let articles: Int
    private let stories: Int
    /// Microseconds of processor time an article: signature, look-up and entry.
    private let microseconds: Double

    /// Puts the articles into stories one after the other, as indexing does; a pair is found when one story has both.
    package init(_ set: DuplicateSet) {
        var table = StoryTable()
        var members: [UInt32: [String]] = [:]
        let start = ProcessorTime.seconds
        for (number, article) in set.articles.enumerated() {
            var story = UInt32(number)
            if let signature = SignatureBuilder.signature(of: article.text) {
                if let known = table.story(like: signature) {
                    story = known
                    table.join(story)
                } else {
                    table.add(story, signature: signature, members: 1)
                }
            }
            members[story, default: []].append(article.id)
        }
        microseconds = (ProcessorTime.seconds - start) * 1e6 / Double(set.articles.count)
        var found: Set<DuplicateSet.Pair> = []
        for ids in members.values {
            for (index, id) in ids.enumerated() {
                for other in ids[..<index] { found.insert(DuplicateSet.Pair(id, other)) }
            }
        }
        self.found = found
        labelled = set.pairs
        articles = set.articles.count
        stories = members.count
    }

    /// Found pairs that are true over all found pairs; 1 when none was found.
    package var precision: Double {
        found.isEmpty ? 1 : Double(found.intersection(labelled).count) / Double(found.count)
    }

    /// Found pairs that are true over all true pairs; 1 when there are none.
    package var recall: Double {
        labelled.isEmpty ? 1 : Double(found.intersection(labelled).count) / Double(labelled.count)
    }

    /// Precision and recall, what they count, and the time.
    package var text: String {
        """
        precision  \(precision.decimal(4))
        recall     \(recall.decimal(4))
        \(labelled.count) true pairs, \(found.count) found; \(articles) articles, \(stories) stories
        \(microseconds.decimal(1)) µs an article
        """
    }

    /// `{"precision","recall","true","found","right","articles","stories","us_per_article"}`.
    package var json: String {
        "{\"precision\":\(precision.decimal(4)),\"recall\":\(recall.decimal(4)),\"true\":\(labelled.count),"
            + "\"found\":\(found.count),\"right\":\(found.intersection(labelled).count),\"articles\":\(articles),"
            + "\"stories\":\(stories),\"us_per_article\":\(microseconds.decimal(1))}"
    }

    /// What was found and is not true, and the other way round: `found⇥ID⇥ID`, `missed⇥ID⇥ID`.
    package var errors: String {
        func lines(_ kind: String, _ pairs: Set<DuplicateSet.Pair>) -> [String] {
            pairs.map { "\(kind)\t\($0.first)\t\($0.second)" }.sorted()
        }
        return (lines("found", found.subtracting(labelled)) + lines("missed", labelled.subtracting(found)))
            .joined(separator: "\n")
    }
}
