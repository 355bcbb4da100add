package import DatelineAPI

/// Pairs of values, one a line.
package enum PairLines {
    /// `articles⇥passages⇥lift⇥log-likelihood⇥field=value⇥field=value`.
    package static func tabSeparated(_ reply: PairsReply) -> String {
        TabSeparated.render(
            reply.pairs.map { pair in
                [
                    String(pair.articles), String(pair.passages), Wording.decimal(pair.lift, places: 2),
                    Wording.decimal(pair.logLikelihood, places: 2), first(pair, reply), second(pair, reply),
                ]
            })
    }

    /// How to go on: `14 pairs in all; more with --after CURSOR`; nil on the last page.
    package static func more(_ reply: PairsReply) -> String? {
        reply.next.map { "\(Wording.count(reply.distinct, "pair")) in all; more with --after \($0)" }
    }

    static func first(_ pair: PairValue, _ reply: PairsReply) -> String { "\(reply.fields.first ?? "")=\(pair.first)" }
    static func second(_ pair: PairValue, _ reply: PairsReply) -> String { "\(reply.fields.last ?? "")=\(pair.second)" }
}
