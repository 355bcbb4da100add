import DatelineAPI

/// `dateline index`.
package struct IndexInvocation: Invocation {
    /// Files, folders, and `-` for standard input.
    package var paths: [String]
    /// The folder that names are relative to; nil for absolute names.
    package var base: String?
    /// The format of standard input and of named files; nil to go by their names.
    package var inputFormat: InputFormat?
    /// How it is printed.
    package var options: OutputOptions

    package init(paths: [String], base: String?, inputFormat: InputFormat?, options: OutputOptions) {
        self.paths = paths
        self.base = base
        self.inputFormat = inputFormat
        self.options = options
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "index")
        let inputs = try InputPaths(paths, base: base, environment: session.environment)
        let health = try await session.daemon.fetch(HealthReply.self, HTTPRequest(.get, "/healthz")).reply
        let tally = IngestTally(
            index: health.index, diagnostics: session.diagnostics,
            total: session.diagnostics.isTerminal ? inputs.totalSize() : nil)

        var sender = IngestSender(
            daemon: session.daemon, source: PartSource(inputs, inputFormat: inputFormat), tally: tally)
        let failure = await sender.run()
        try await tally.finish()

        let reply = await tally.reply
        let failed = !reply.errors.isEmpty || reply.errorsOmitted > 0
        if failure == nil, !failed, reply.received == 0 {
            try session.note("there is nothing to index")
            return .nothing
        }
        if options.format == .text {
            let summary = IngestText.summary(reply, elapsed: await tally.elapsed, skipped: sender.skipped)
            try session.diagnostics.write(summary)
        } else {
            try session.output.write(exact: JSONLines.render([reply]))
        }
        if let failure { throw failure }
        return failed ? .partial : .success
    }
}
