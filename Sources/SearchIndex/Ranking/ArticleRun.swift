/// The passages of an article: a run of docids with one number in the column of articles.
enum ArticleRun {
    /// The docid of the first passage of the article that `docid` belongs to.
    @inline(__always)
    static func start(of docid: UInt32, _ articles: UnsafeBufferPointer<UInt32>) -> UInt32 {
        var start = Int(docid)
        while start > 0, articles[start - 1] == articles[Int(docid)] { start -= 1 }
        return UInt32(start)
    }

    /// All passages of the articles that `passages` belong to, each with a wdf of 1.
    static func whole(_ passages: Postings, _ articles: UnsafeBufferPointer<UInt32>) -> Postings {
        let builder = PostingsBuilder(capacity: passages.count)
        var last = UInt32.max
        for index in 0..<passages.count {
            let docid = passages.docids[index]
            let article = articles[Int(docid)]
            if article == last { continue }
            last = article
            var next = start(of: docid, articles)
            while Int(next) < articles.count, articles[Int(next)] == article {
                builder.append(next, wdf: 1)
                next += 1
            }
        }
        return builder.build()
    }
}
