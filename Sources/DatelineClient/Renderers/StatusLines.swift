package import DatelineAPI

/// What the daemon says about itself: a name and a value a line.
package enum StatusLines {
    /// Names, padded to one width, and values.
    package static func text(_ reply: StatusReply) -> String {
        let rows = rows(reply)
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { name, value in
            let padding = String(repeating: " ", count: width - name.count)
            return "\(TerminalText.safe(name))\(padding)  \(TerminalText.safe(value))\n"
        }.joined()
    }

    /// `name⇥value`.
    package static func tabSeparated(_ reply: StatusReply) -> String {
        TabSeparated.render(rows(reply).map { [$0.name, $0.value] })
    }

    private static func rows(_ reply: StatusReply) -> [(name: String, value: String)] {
        let fixed = [
            ("version", reply.version), ("xapian", reply.xapian), ("index", reply.database.path),
            ("index bytes", String(reply.database.bytes)), ("index version", String(reply.schemaVersion)),
            ("index uuid", reply.index.uuid), ("revision", String(reply.index.revision)),
            ("articles", String(reply.articles)), ("passages", String(reply.passages)),
            ("corrections", String(reply.corrections)), ("columns bytes", String(reply.columns.bytes)),
            ("uptime seconds", String(Int(max(0, min(reply.uptimeS, 1e15))))),
        ]
        let caches = reply.caches.sorted { $0.key < $1.key }.flatMap { name, cache in
            [("bytes", cache.bytes), ("hits", cache.hits), ("misses", cache.misses)].map { figure, value in
                ("\(name) cache \(figure)", String(value))
            }
        }
        let limits = reply.limits.sorted { $0.key < $1.key }.map { ("limit \($0.key)", String($0.value)) }
        return (fixed + caches + limits).map { (name: $0.0, value: $0.1) }
    }
}
