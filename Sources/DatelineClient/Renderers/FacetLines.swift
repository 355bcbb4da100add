package import DatelineAPI

/// A facet's values, one a line. The last column goes back into `--where` as it is.
package enum FacetLines {
    /// `articles⇥passages⇥field=value`.
    package static func tabSeparated(_ reply: FacetPageReply) -> String {
        TabSeparated.render(
            reply.values.map { [String($0.articles), String($0.passages), "\(reply.field)=\($0.value)"] })
    }

    /// `field=value`.
    package static func filters(_ reply: FacetPageReply, end: String) -> String {
        reply.values.map { "\(reply.field)=\($0.value)\(end)" }.joined()
    }
}
