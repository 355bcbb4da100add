/// How much more frequent values are among the matching articles than in the whole index.
struct Significance {
    /// How many articles match.
    let matching: Int
    /// How many articles there are.
    let all: Int
    /// How many of all articles have each value.
    let articles: [UInt32: Int]

    /// The value's share of the matching articles over its share of all articles: 1 where it is as frequent as
    /// anywhere.
    func lift(_ count: ValueCount) -> Double {
        Double(count.articles) * Double(all) / (Double(everywhere(count)) * Double(matching))
    }

    /// What the values are ordered by: how surely the value is more frequent, negative where it is less so.
    ///
    /// Lift alone would put first whatever is named once in the index and by chance here. So this is the
    /// log-likelihood ratio of the table "matches or not, has the value or not", counted in articles; see
    /// `LogLikelihood`. One article is evidence of nothing: 0.
    func score(_ count: ValueCount) -> Double {
        guard count.articles > 1 else { return 0 }
        return LogLikelihood.signed(both: count.articles, first: matching, second: everywhere(count), all: all)
    }

    private func everywhere(_ count: ValueCount) -> Int { max(articles[count.id] ?? 0, count.articles) }
}
