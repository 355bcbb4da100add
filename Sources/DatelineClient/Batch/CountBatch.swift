package import DatelineAPI

/// `dateline count --batch`: a count a line.
package struct CountBatch: Invocation {
    /// What holds for all lines; its query is not used.
    package var request: CountRequest
    /// Where the lines come from: a file, or `-` for standard input.
    package var path: String
    /// How it is printed.
    package var options: OutputOptions

    package init(request: CountRequest, path: String = "-", options: OutputOptions) {
        self.request = request
        self.path = path
        self.options = options
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .tsv, .ndjson], for: "count --batch")
        return try await Batch(path: path, session: session).run { line throws(ClientError) in
            var request = request
            request.q = line.query
            let reply = try await session.daemon.fetch(CountReply.self, Batch.request("/v1/count", request)).reply
            guard let count = CountInvocation.count(reply.total, by: request.by) else {
                throw ClientError(.badReply, "the daemon did not count stories", exitStatus: .partial)
            }
            if !reply.exact { try session.note("line \(line.number): the time was up: the count is incomplete") }
            var record = BatchRecord(line)
            (record.count, record.total, record.exact) = (count, reply.total, reply.exact)
            try write(record, "\(count)", session)
            return count > 0
        } failed: { line, error throws(ClientError) in
            try write(BatchRecord(line, failed: error), "error", session)
        }
    }

    private func write(_ record: BatchRecord, _ text: String, _ session: Session) throws(ClientError) {
        let line =
            options.format == .ndjson
            ? JSONLines.render([record])
            : Array(TabSeparated.render([[record.name, text].compactMap(\.self)]).utf8)
        try session.output.write(exact: line)
    }
}
