import DatelineAPI

/// The sum of what the daemon answered so far; reports each error as it comes and draws the progress.
actor IngestTally {
    /// How many errors are kept for the reply; all are counted and printed.
    private static let keptErrors = 1000

    private let diagnostics: Output
    /// Bytes of input; nil where that is not known or nobody watches.
    private let total: Int?
    private let start = ContinuousClock.now
    private var sum: IngestReply
    private var bytesRead = 0
    private var lastDrawn: ContinuousClock.Instant?

    init(index: IndexStamp, diagnostics: Output, total: Int?) {
        sum = IngestReply(index: index, tookMs: 0, received: 0, added: 0, replaced: 0, unchanged: 0, passages: 0)
        self.diagnostics = diagnostics
        self.total = total
    }

    /// The sum, as one reply; `tookMs` is the time since the start.
    var reply: IngestReply {
        var reply = sum
        reply.tookMs = (elapsed / .milliseconds(1)).rounded()
        return reply
    }

    var elapsed: Duration { start.duration(to: .now) }

    func add(_ reply: IngestReply) throws(ClientError) {
        if reply.index.revision >= sum.index.revision { sum.index = reply.index }
        sum.received += reply.received
        sum.added += reply.added
        sum.replaced += reply.replaced
        sum.unchanged += reply.unchanged
        sum.passages += reply.passages
        if let articles = reply.articles { sum.articles = (sum.articles ?? [:]).merging(articles) { $0 + $1 } }
        for error in reply.errors { try add(error) }
        try add(errorsOmitted: reply.errorsOmitted)
        try add(warningsOf: reply)
        try draw()
    }

    private func add(warningsOf reply: IngestReply) throws(ClientError) {
        for warning in reply.warnings {
            if sum.warnings.count < Self.keptErrors { sum.warnings.append(warning) } else { sum.warningsOmitted += 1 }
            try show(IngestText.warning(warning))
        }
        guard reply.warningsOmitted > 0 else { return }
        sum.warningsOmitted += reply.warningsOmitted
        try show("dateline: and \(Wording.count(reply.warningsOmitted, "warning")) more\n")
    }

    /// Counts errors whose records are not told.
    func add(errorsOmitted count: Int) throws(ClientError) {
        guard count > 0 else { return }
        sum.errorsOmitted += count
        try show("dateline: and \(Wording.count(count, "error")) more\n")
    }

    /// Notes how much of the input is on its way.
    func add(bytesRead: Int) throws(ClientError) {
        self.bytesRead = bytesRead
        try draw()
    }

    func add(_ error: IngestError) throws(ClientError) {
        if sum.errors.count < Self.keptErrors { sum.errors.append(error) } else { sum.errorsOmitted += 1 }
        try show(IngestText.error(error))
    }

    /// Takes the progress away.
    func finish() throws(ClientError) {
        try show("")
    }

    private func show(_ text: String) throws(ClientError) {
        if lastDrawn != nil { try diagnostics.write("\r\u{1b}[K") }
        lastDrawn = nil
        try diagnostics.write(text)
    }

    private func draw() throws(ClientError) {
        guard diagnostics.isTerminal else { return }
        if let lastDrawn, lastDrawn.duration(to: .now) < .milliseconds(100) { return }
        let line = ProgressLine.render(
            articles: sum.added + sum.replaced + sum.unchanged, bytes: bytesRead, of: total, elapsed: elapsed,
            width: diagnostics.style.width - 1)
        try diagnostics.write("\r\u{1b}[K" + line)
        lastDrawn = .now
    }
}
