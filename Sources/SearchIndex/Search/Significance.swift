import Glibc

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
    /// log-likelihood ratio G² of the table "matches or not, has the value or not", counted in articles:
    /// 2 Σ O ln(O / E) over its four cells, with E the product of the cell's margins over the number of articles.
    /// One article is evidence of nothing: 0.
    ///
    /// Source: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics
    /// 19(1), 1993.
    func score(_ count: ValueCount) -> Double {
        guard count.articles > 1 else { return 0 }
        let both = Double(count.articles)
        let having = Double(everywhere(count))
        let (matching, all) = (Double(matching), Double(all))
        let ratio =
            2
            * (Self.term(both, expected: matching * having / all)
                + Self.term(matching - both, expected: matching * (all - having) / all)
                + Self.term(having - both, expected: (all - matching) * having / all)
                + Self.term(all - matching - having + both, expected: (all - matching) * (all - having) / all))
        return both * all >= matching * having ? max(ratio, 0) : -max(ratio, 0)
    }

    private func everywhere(_ count: ValueCount) -> Int { max(articles[count.id] ?? 0, count.articles) }

    private static func term(_ observed: Double, expected: Double) -> Double {
        observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
    }
}
