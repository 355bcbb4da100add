package import DatelineAPI

/// The user's own gazetteers, for people.
package enum GazetteerText {
    /// `imported harbours: 12 rows`, and what was not taken.
    package static func imported(_ reply: GazetteerReply) -> String {
        let gazetteer = reply.gazetteer
        var text = "\(reply.replaced ? "replaced" : "imported") \(TerminalText.safe(gazetteer.name)): "
        text += Wording.count(gazetteer.rows, "row")
        if reply.leftOut > 0 { text += ", \(reply.leftOut) left out" }
        return text + "; articles indexed from now on are recognized with it\n"
    }

    /// A name and the number of its rows a line.
    package static func list(_ reply: GazetteersReply) -> String {
        let width = reply.gazetteers.map(\.name.count).max() ?? 0
        return reply.gazetteers.map { gazetteer in
            let padding = String(repeating: " ", count: width - gazetteer.name.count)
            let problem = gazetteer.problem.map { "; not used: \(TerminalText.safe($0))" } ?? ""
            return "\(TerminalText.safe(gazetteer.name))\(padding)  \(Wording.count(gazetteer.rows, "row"))\(problem)\n"
        }.joined()
    }

    /// `name⇥rows⇥bytes⇥problem`.
    package static func tabSeparated(_ reply: GazetteersReply) -> String {
        TabSeparated.render(
            reply.gazetteers.map { [$0.name, String($0.rows), String($0.bytes), $0.problem ?? ""] })
    }
}
