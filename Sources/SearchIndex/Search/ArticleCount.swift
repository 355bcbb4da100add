/// Counts the different articles of a set of passages.
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
}
