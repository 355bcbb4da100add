package import DatelineAPI

/// `dateline entities corrections` and `dateline entities undo`: lists what is in force, and takes it back.
package struct CorrectionsInvocation: Invocation {
    /// What is done.
    package enum Action: Sendable {
        case list
        /// Prints what an import reads.
        case export
        /// Takes back the last one, one by its number, or several, as in `7-12`.
        case undo(String?)
    }

    /// What is done.
    package var action: Action
    /// How it is printed.
    package var options: OutputOptions

    package init(_ action: Action, options: OutputOptions) {
        self.action = action
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        switch action {
        case .list, .export: [CurlLine(HTTPRequest(.get, "/v1/entities/corrections"))]
        case .undo(let numbers): [CurlLine(HTTPRequest(.delete, Self.path(of: numbers)))]
        }
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        switch action {
        case .list:
            try options.require(OutputFormat.allCases, for: "corrections")
            _ = try Listing<CorrectionColumn>(options)
            let (reply, bytes) = try await Self.list(session)
            try Self.write(reply, bytes, options, session)
            return reply.corrections.isEmpty ? .nothing : .success
        case .export:
            let (reply, _) = try await Self.list(session)
            try session.output.write(exact: Array(CorrectionLines.exported(reply.corrections).utf8))
            return reply.corrections.isEmpty ? .nothing : .success
        case .undo(let numbers):
            try options.require(OutputFormat.allCases, for: "undo")
            _ = try Listing<CorrectionColumn>(options)
            let (reply, bytes) = try await undo(numbers, session)
            try Self.write(reply, bytes, options, session)
            return .success
        }
    }

    private func undo(_ numbers: String?, _ session: Session) async throws(ClientError)
        -> (reply: CorrectionsReply, bytes: [UInt8])
    {
        var numbers = numbers
        if numbers == nil {
            // By its number: a request may be sent twice when a connection is lost, and "last" would be two then.
            numbers = try await Self.list(session).reply.corrections.last.map { String($0.number) }
        }
        let path = Self.path(of: numbers)
        return try await session.daemon.fetch(CorrectionsReply.self, HTTPRequest(.delete, path))
    }

    private static func path(of numbers: String?) -> String {
        "/v1/entities/corrections/\(PercentEncoding.encode(numbers ?? "last"))"
    }

    private static func list(_ session: Session) async throws(ClientError)
        -> (reply: CorrectionsReply, bytes: [UInt8])
    {
        try await session.daemon.fetch(CorrectionsReply.self, HTTPRequest(.get, "/v1/entities/corrections"))
    }

    /// Prints the corrections of a reply.
    static func write(_ reply: CorrectionsReply, _ bytes: [UInt8], _ options: OutputOptions, _ session: Session)
        throws(ClientError)
    {
        if try Listing<CorrectionColumn>(options).print(reply.corrections, on: session.output) { return }
        switch options.format {
        case .json: try session.output.write(exact: JSONLines.verbatim(bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render(reply.corrections))
        case .text: try session.output.write(CorrectionLines.text(reply.corrections))
        case .tsv: try session.output.write(exact: Array(CorrectionLines.tabSeparated(reply.corrections).utf8))
        case .ids:
            try session.output.write(
                exact: Array(CorrectionLines.numbers(reply.corrections, end: options.idEnd).utf8))
        }
    }
}
