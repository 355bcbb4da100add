package import DatelineAPI

/// A facet's values, one a line, with a filter that goes back into `--where` as it is.
package enum FacetLines {
    /// `articles⇥passages⇥field=value`, and the lift where there is one; where two queries are compared, the articles of
    /// the other and the log-likelihood.
    package static func tabSeparated(_ reply: FacetPageReply) -> String {
        TabSeparated.render(
            reply.values.map { value in
                [String(value.articles), String(value.passages), filter(value, of: reply.field)]
                    + (value.lift.map { [Wording.lift($0)] } ?? []) + (value.versus.map { [String($0)] } ?? [])
                    + (value.logLikelihood.map { [Wording.decimal($0, places: 2)] } ?? [])
            })
    }

    /// `field=value`.
    package static func filters(_ reply: FacetPageReply, end: String) -> String {
        reply.values.map { filter($0, of: reply.field) + end }.joined()
    }

    /// How to go on: `14 values in all; more with --after CURSOR`; nil on the last page.
    package static func more(_ reply: FacetPageReply) -> String? {
        reply.next.map { "\(Wording.count(reply.distinct, "value")) in all; more with --after \($0)" }
    }

    /// A filter has the field alone: of `date.month`, `date=2025-08`.
    private static func filter(_ value: FacetValue, of facet: String) -> String {
        "\(facet.prefix { $0 != "." })=\(value.value)"
    }
}
