/// What a person sees while articles are indexed.
package enum ProgressLine {
    /// One line: a bar when the total is known, articles once the daemon has told of some, bytes and bytes a second.
    package static func render(
        articles: Int, bytes: Int, of total: Int?, elapsed: Duration, width: Int
    ) -> String {
        let seconds = max(elapsed / .seconds(1), 0.001)
        let counts =
            (articles > 0 ? "\(Wording.count(articles, "article"))  " : "") + "\(Wording.bytes(bytes))  "
            + "\(Wording.bytes(Int(min(Double(bytes) / seconds, 1e15))))/s"
        guard let total, total > 0 else { return String(counts.prefix(width)) }
        let share = min(1, Double(bytes) / Double(total))
        let cells = min(30, width - counts.count - 12)
        guard cells > 0 else { return String(counts.prefix(width)) }
        let full = Int(share * Double(cells))
        let percent = String(Int(share * 100))
        return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: cells - full) + "] "
            + String(repeating: " ", count: 3 - percent.count) + percent + " %  " + counts
    }
}
