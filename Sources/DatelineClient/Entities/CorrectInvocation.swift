package import DatelineAPI
import NIOCore

/// `dateline entities alias`, `merge`, `split`, `hide` and `retype`, and the import of many.
package struct CorrectInvocation: Invocation {
    /// Where the corrections come from.
    package enum Source: Sendable {
        case one(CorrectionRequest)
        /// A file of lines with tabs between; `-` is standard input.
        case file(String)
    }

    /// The corrections.
    package var source: Source
    /// How it is printed.
    package var options: OutputOptions

    package init(_ source: Source, options: OutputOptions) {
        self.source = source
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        [CurlLine(Self.request(try corrections(environment)))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "a correction")
        _ = try Listing<CorrectionColumn>(options)
        let corrections = try corrections(session.environment)
        if corrections.isEmpty {
            try session.note("there is nothing to correct")
            return .nothing
        }
        let (reply, bytes) = try await session.daemon.fetch(CorrectionsReply.self, Self.request(corrections))
        try CorrectionsInvocation.write(reply, bytes, options, session)
        let known = corrections.count - reply.corrections.count
        if known > 0 { try session.note("\(Wording.count(known, "correction")) in force already") }
        try Self.noteUnknown(reply.unknown, session)
        return .success
    }

    private func corrections(_ environment: UserEnvironment) throws(ClientError) -> [CorrectionRequest] {
        switch source {
        case .one(let correction): [correction]
        case .file(let path): try CorrectionLines.imported(try Self.contents(of: path, environment))
        }
    }

    private static func request(_ corrections: [CorrectionRequest]) -> HTTPRequest {
        // Encoding fails only for a number that is not finite, and there is none.
        let body = (try? JSON.encode(corrections)) ?? []
        return HTTPRequest(
            .post, "/v1/entities/corrections", contentType: "application/json", body: ByteBuffer(bytes: body))
    }

    /// Tells of names that are in no article: they may come, or be mistyped.
    private static func noteUnknown(_ names: [String], _ session: Session) throws(ClientError) {
        let few = 3
        for name in names.prefix(few) { try session.note("no article names \(name) yet") }
        if names.count > few { try session.note("nor \(Wording.count(names.count - few, "other name"))") }
    }

    private static func contents(of path: String, _ environment: UserEnvironment) throws(ClientError) -> String {
        let longest = 32 << 20
        do {
            let file = try InputFile(
                path: path == "-" ? path : environment.absolute(path),
                compression: FileName.splitCompression(path).compression)
            var buffer = ByteBuffer()
            while buffer.readableBytes <= longest, try file.read(into: &buffer, count: 1 << 16) > 0 {}
            guard buffer.readableBytes <= longest else { throw ClientError.tooLarge(longest) }
            return String(decoding: buffer.readableBytesView, as: UTF8.self)
        } catch let error as SystemError {
            throw ClientError(.unreadable, "\(path): \(error)", exitStatus: .usage)
        } catch let error as ClientError {
            throw error
        } catch {
            throw ClientError(.unreadable, "\(path): \(error)", exitStatus: .usage)
        }
    }
}
