import Glibc

/// How surely two things occur together more often than by chance.
enum LogLikelihood {
    /// The log-likelihood ratio G² of the table "has the one or not, has the other or not": 2 Σ O ln(O / E) over its four
    /// cells, with E the product of the cell's margins over `all`. Negative where they occur together less often than
    /// by chance; 0 where just as often.
    ///
    /// Source: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics
    /// 19(1), 1993. The sign is ours.
    /// - Parameters: `both` of `all` have both, `first` have the one, `second` the other.
    static func signed(both: Int, first: Int, second: Int, all: Int) -> Double {
        let (both, first, second, all) = (Double(both), Double(first), Double(second), Double(all))
        let ratio =
            2
            * (term(both, expected: first * second / all)
                + term(first - both, expected: first * (all - second) / all)
                + term(second - both, expected: (all - first) * second / all)
                + term(all - first - second + both, expected: (all - first) * (all - second) / all))
        return both * all >= first * second ? max(ratio, 0) : -max(ratio, 0)
    }

    private static func term(_ observed: Double, expected: Double) -> Double {
        observed > 0 && expected > 0 ? observed * log(observed / expected) : 0
    }
}
