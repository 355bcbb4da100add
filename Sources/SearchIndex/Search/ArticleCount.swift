/// Counts the different articles of a set of passages, and measures them.
enum ArticleCount {
    static func distinct(_ passages: PassageSet, in columns: Columns) -> Int {
        var count = 0
        var last: UInt32?
        columns.article.withElements { articles in
            passages.forEachBlock { block in
                for docid in block where articles[Int(docid)] != last {
                    last = articles[Int(docid)]
                    count += 1
                }
            }
        }
        return count
    }

    /// The number of articles that the passages of a posting list belong to.
    static func distinct(_ postings: Postings, in columns: Columns) -> Int {
        var count = 0
        var last: UInt32?
        columns.article.withElements { articles in
            // An article's passages follow one another.
            for index in 0..<postings.count where articles[Int(postings.docids[index])] != last {
                last = articles[Int(postings.docids[index])]
                count += 1
            }
        }
        return count
    }

    /// The mean length of the articles whose passages are `live`; 0 of none.
    static func averageLength(_ live: DenseBits, in columns: Columns, until deadline: Deadline)
        throws(SearchIndexError) -> Double
    {
        var (sum, count, last) = (0, 0, UInt32.max)
        let end = columns.article.count
        for start in stride(from: 1, to: end, by: Window.size) {
            try deadline.check()
            columns.article.withElements { articles in
                columns.articleLength.withElements { lengths in
                    for docid in start..<min(end, start + Window.size)
                    where articles[docid] != last && live.contains(docid) {
                        last = articles[docid]
                        sum += Int(lengths[docid])
                        count += 1
                    }
                }
            }
        }
        return count == 0 ? 0 : Double(sum) / Double(count)
    }
}
