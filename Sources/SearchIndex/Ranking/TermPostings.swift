/// What scoring by whole articles needs of a term, or of several taken as one: the passages that have it, in the text or
/// in the headline, and what it earns in their articles. Immutable.
struct TermPostings: RevisionCacheable {
    /// The wdf is that of the text and of the headline together.
    let passages: Postings
    let articles: ArticlePostings
    /// Of the whole index, also when the lists were read for some articles only.
    let statistics: TermStatistics

    var byteCount: Int { passages.byteCount + articles.byteCount }

    /// - Parameters:
    ///   - text, title: the term's postings in texts and in headlines, of whole articles. A headline is on each passage.
    ///   - statistics: those of the whole index where the lists are not whole.
    /// - Throws: `SearchIndexError.interrupted`.
    init(
        text: Postings, title: Postings, columns: Columns, norms: NormTable<IneB2>, statistics: TermStatistics? = nil,
        until deadline: Deadline
    ) throws(SearchIndexError) {
        passages = title.count == 0 ? text : text.count == 0 ? title : try .merged([text, title], until: deadline)
        var docids: [UInt32] = []
        var shares: [Float] = []
        var occurrences = 0
        var isDone = false
        var (i, j) = (0, 0)
        while !isDone {
            try deadline.check()
            columns.article.withElements { articles in
                columns.articleLength.withElements { lengths in
                    for _ in 0..<Self.articlesBetweenLooks {
                        let next = min(
                            i < text.count ? text.docids[i] : .max, j < title.count ? title.docids[j] : .max)
                        guard next != .max else {
                            isDone = true
                            return
                        }
                        let article = articles[Int(next)]
                        var (count, inTitle): (UInt32, UInt32) = (0, 0)
                        while i < text.count, articles[Int(text.docids[i])] == article {
                            count &+= text.wdf(i)
                            i &+= 1
                        }
                        while j < title.count, articles[Int(title.docids[j])] == article {
                            inTitle = title.wdf(j)
                            j &+= 1
                        }
                        count &+= Ranking.titleWeight &* inTitle
                        occurrences &+= Int(count)
                        docids.append(ArticleRun.start(of: next, articles))
                        shares.append(
                            Float(IneB2().share(wdf: Double(count), norm: norms.norm(lengths[Int(next)]))))
                    }
                }
            }
        }
        self.articles = ArticlePostings(docids: docids, shares: shares)
        self.statistics =
            statistics
            ?? TermStatistics(passages: passages.count, articles: docids.count, occurrences: occurrences)
    }

    private init(passages: Postings, articles: ArticlePostings, statistics: TermStatistics) {
        self.passages = passages
        self.articles = articles
        self.statistics = statistics
    }

    /// A few thousand articles take less than a millisecond.
    private static let articlesBetweenLooks = 4_096

    /// The postings among `found`, and the articles of `found`.
    func restricted(to found: Postings, _ columns: Columns) -> TermPostings {
        var docids: [UInt32] = []
        var shares: [Float] = []
        columns.article.withElements { numbers in
            var last = UInt32.max
            for index in 0..<found.count {
                let docid = Int(found.docids[index])
                if numbers[docid] == last { continue }
                last = numbers[docid]
                let start = ArticleRun.start(of: found.docids[index], numbers)
                let share = articles.share(ofArticleAt: start)
                if share > 0 {
                    docids.append(start)
                    shares.append(share)
                }
            }
        }
        return TermPostings(
            passages: passages.restricted(to: found), articles: ArticlePostings(docids: docids, shares: shares),
            statistics: statistics)
    }
}
