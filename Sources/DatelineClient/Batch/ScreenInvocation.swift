package import DatelineAPI
import NIOCore

/// `dateline screen`.
package struct ScreenInvocation: Invocation {
    /// The file of names, one a line; `-` is standard input.
    package var path: String
    /// Only names of these types; empty for all.
    package var types: [String]
    /// How it is printed.
    package var options: OutputOptions

    /// How many names go into one request.
    private static let many = 100

    package init(path: String, types: [String], options: OutputOptions) {
        self.path = path
        self.types = types
        self.options = options
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .ndjson, .tsv], for: "screen")
        var lines = try InputLines(path == "-" ? path : session.environment.absolute(path))
        var waiting: [String] = []
        var (isAtEnd, found) = (false, false)
        while !isAtEnd {
            if let line = try lines.next() {
                // Whatever its spaces are, a line without a character is no name.
                if line.contains(where: { !$0.isWhitespace }) { waiting.append(line) }
            } else {
                isAtEnd = true
            }
            if waiting.count == Self.many || isAtEnd, !waiting.isEmpty {
                if try await screen(waiting, session) { found = true }
                waiting = []
            }
        }
        return found ? .success : .nothing
    }

    /// Looks names up and prints what there is of them. Says whether there was any.
    private func screen(_ names: [String], _ session: Session) async throws(ClientError) -> Bool {
        var rest = names[...]
        var found = false
        while !rest.isEmpty {
            var request = ScreenRequest()
            request.names = Array(rest)
            request.type = types
            // Encoding fails only for a number that is not finite, and there is none.
            let body = (try? JSON.encode(request)) ?? []
            let reply = try await session.daemon.fetch(
                ScreenReply.self,
                HTTPRequest(.post, "/v1/screen", contentType: "application/json", body: ByteBuffer(bytes: body))
            ).reply
            guard !reply.names.isEmpty, reply.names.count <= rest.count else {
                throw ClientError(
                    .init(rawValue: "time_is_up"), "there was no time to look up \"\(rest.first ?? "")\"",
                    hint: "raise search_seconds", exitStatus: .tryAgain)
            }
            try write(reply.names, session)
            found = found || reply.names.contains { $0.found != "none" }
            // Those that there was no time for come next.
            rest = rest.dropFirst(reply.names.count)
        }
        return found
    }

    private func write(_ names: [ScreenedReply], _ session: Session) throws(ClientError) {
        switch options.format {
        case .ndjson: try session.output.write(exact: JSONLines.render(names))
        case .tsv: try session.output.write(exact: Array(ScreenLines.tabSeparated(names).utf8))
        default: try session.output.write(ScreenLines.text(names))
        }
    }
}
