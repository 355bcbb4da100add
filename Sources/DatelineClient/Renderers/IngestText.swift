package import DatelineAPI

/// What came of an ingest, for people.
package enum IngestText {
    /// `indexed 30 articles (12 new, 1 replaced, 17 unchanged), 95 passages in 0.4 s`, and what did not go in.
    package static func summary(_ reply: IngestReply, elapsed: Duration, skipped: Int) -> String {
        let accepted = reply.added + reply.replaced + reply.unchanged
        let failed = reply.errors.count + reply.errorsOmitted
        var text = "indexed \(Wording.count(accepted, "article")) "
        text += "(\(reply.added) new, \(reply.replaced) replaced, \(reply.unchanged) unchanged), "
        text += "\(Wording.count(reply.passages, "passage")) in \(Wording.seconds(elapsed))"
        if failed > 0 { text += "; \(failed) failed" }
        let warnings = reply.warnings.count + reply.warningsOmitted
        if warnings > 0 { text += "; \(warnings) incomplete" }
        if skipped > 0 { text += "; \(Wording.count(skipped, "file")) of other kinds skipped" }
        return text + "\n"
    }

    /// `dateline: PATH:LINE: message (hint)`.
    package static func error(_ error: IngestError) -> String { line(error, label: "") }

    /// `dateline: ID: warning: message (hint)`; names the article, for a file may hold many.
    package static func warning(_ warning: IngestError) -> String {
        var warning = warning
        warning.name = warning.id ?? warning.name
        return line(warning, label: "warning: ")
    }

    private static func line(_ error: IngestError, label: String) -> String {
        let place = [error.name ?? error.id, error.line.map { String($0) }].compactMap(\.self)
        let reason = error.hint.map { "\(error.message) (\($0))" } ?? error.message
        let text = place.isEmpty ? label + reason : "\(place.joined(separator: ":")): \(label)\(reason)"
        return "dateline: \(TerminalText.safe(text))\n"
    }
}
