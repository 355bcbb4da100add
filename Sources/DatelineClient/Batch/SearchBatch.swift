package import DatelineAPI

/// `dateline search --batch`: the best hits of a query a line.
package struct SearchBatch: Invocation {
    /// What holds for all lines; its query is not used.
    package var request: SearchRequest
    /// Where the lines come from: a file, or `-` for standard input.
    package var path: String
    /// How it is printed.
    package var options: OutputOptions

    /// - Throws: ``ClientError`` with the code `usage`: flags that mean one query.
    package init(
        request: SearchRequest, path: String = "-", all: Bool = false, options: OutputOptions
    ) throws(ClientError) {
        guard !all, request.after == nil, request.facet.isEmpty, request.explain == nil else {
            throw .usage(
                "--batch takes no --all, --after, --facet or --explain-query",
                hint: "-n gives the number of hits of each query")
        }
        self.request = request
        self.path = path
        self.options = options
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .ndjson, .tsv], for: "search --batch")
        if options.fields != nil, options.format == .ndjson {
            throw .usage("--batch prints whole hits as ndjson", hint: "leave --fields out, or print tsv")
        }
        if options.template != nil { throw .usage("--batch takes no --template", hint: "print tsv, with --fields") }
        let columns = try options.fields.map { list throws(ClientError) in try HitColumn.parse(list) }
        return try await Batch(path: path, session: session).run { line throws(ClientError) in
            var request = request
            request.q = line.query
            let reply = try await session.daemon.fetch(SearchReply.self, Batch.request("/v1/search", request)).reply
            if !reply.exact { try session.note("line \(line.number): the time was up: the total is incomplete") }
            if options.format == .tsv {
                try session.output.write(exact: Array(rows(line, reply.hits, columns ?? HitColumn.usual).utf8))
            } else {
                var record = BatchRecord(line)
                (record.total, record.exact, record.relaxed) = (reply.total, reply.exact, reply.relaxed)
                record.hits = reply.hits
                try session.output.write(exact: JSONLines.render([record]))
            }
            return reply.total.passages > 0
        } failed: { line, error throws(ClientError) in
            if options.format == .tsv {
                try session.output.write(exact: Array(TabSeparated.render([[label(line), "error"]]).utf8))
            } else {
                try session.output.write(exact: JSONLines.render([BatchRecord(line, failed: error)]))
            }
        }
    }

    /// Each hit with the name in front.
    private func rows(_ line: BatchLine, _ hits: [Hit], _ columns: [HitColumn]) -> String {
        TabSeparated.render(hits.map { hit in [label(line)] + columns.map { $0.value(of: hit).text } })
    }

    /// The name, or the query of a line without one.
    private func label(_ line: BatchLine) -> String { line.name ?? line.query }
}
