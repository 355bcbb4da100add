package import DatelineAPI

/// Corrections of names, one a line.
package enum CorrectionLines {
    /// For people: `7  2025-08-09T12:30:00Z  uid 1000  merge person=S. Witkoff -> person=Steve Witkoff`.
    package static func text(_ corrections: [CorrectionReply]) -> String {
        corrections.map { correction in
            var line = "\(correction.number)  \(correction.time)  uid \(correction.uid)  "
            line += "\(correction.verb) \(correction.name)"
            if let into = correction.into { line += " -> \(into)" }
            if !correction.where.isEmpty { line += "  where \(correction.where.joined(separator: ", "))" }
            return TerminalText.safe(line) + "\n"
        }.joined()
    }

    /// `number⇥time⇥uid`, followed by the columns of `exported`.
    package static func tabSeparated(_ corrections: [CorrectionReply]) -> String {
        TabSeparated.render(
            corrections.map { [String($0.number), $0.time, String($0.uid)] + columns($0) })
    }

    /// `verb⇥name⇥into⇥field=value…`: what `imported` reads.
    package static func exported(_ corrections: [CorrectionReply]) -> String {
        "# verb\tname\tinto\tarticles\n" + TabSeparated.render(corrections.map(columns))
    }

    /// The numbers.
    package static func numbers(_ corrections: [CorrectionReply], end: String) -> String {
        corrections.map { "\($0.number)\(end)" }.joined()
    }

    /// Reads what `exported` and `tabSeparated` write. Empty lines and those that begin with `#` mean nothing.
    ///
    /// - Throws: ``ClientError`` with the code `usage` for a line without a name.
    package static func imported(_ text: String) throws(ClientError) -> [CorrectionRequest] {
        var corrections: [CorrectionRequest] = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(TabSeparated.unescape)
            if columns.count >= 5, Int(columns[0]) != nil { columns.removeFirst(3) }
            guard columns.count >= 2 else {
                throw .usage(
                    "line \(number) is no correction",
                    hint: "write verb, name, into and field=value with tabs between them")
            }
            let into = columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil
            var correction = CorrectionRequest(verb: columns[0], name: columns[1], into: into)
            correction.where = columns.dropFirst(3).filter { !$0.isEmpty }
            correction.line = number
            corrections.append(correction)
        }
        return corrections
    }

    private static func columns(_ correction: CorrectionReply) -> [String] {
        [correction.verb, correction.name, correction.into ?? ""] + correction.where
    }
}
