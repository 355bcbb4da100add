extension Search {
    /// How many other articles have a passage with the same words as this one's text; nil when there was no time to count
    /// them.
    func copies(of record: PassageRecord) throws(SearchIndexError) -> Int? {
        guard let term = Term.wording(of: record.text) else { return 0 }
        // Most passages are alone with their words: that takes one look into the database.
        if try reader.frequency(of: term) < 2 { return 0 }
        // A page may have many hits with the same words, and those words many passages.
        let key = PlanCompiler.key(of: term, .anywhere)
        if let known = context.caches.frequencies.value(key, revision: snapshot.version) { return known.articles - 1 }
        let postings: Postings
        do { postings = try reader.postings(of: term) } catch {
            if error.code == .interrupted { return nil }
            throw error
        }
        let articles = ArticleCount.distinct(postings, in: snapshot.columns)
        context.caches.frequencies.keep(
            TermStatistics(passages: postings.count, articles: articles), for: key, revision: snapshot.version)
        return articles - 1
    }
}
