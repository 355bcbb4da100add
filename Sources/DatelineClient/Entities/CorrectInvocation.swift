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

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "a correction")
        let corrections: [CorrectionRequest]
        switch source {
        case .one(let correction): corrections = [correction]
        case .file(let path): corrections = try CorrectionLines.imported(try Self.contents(of: path, session))
        }
        if corrections.isEmpty {
            try session.note("there is nothing to correct")
            return .nothing
        }
        // Encoding fails only for a number that is not finite, and there is none.
        let body = (try? JSON.encode(corrections)) ?? []
        let (reply, bytes) = try await session.daemon.fetch(
            CorrectionsReply.self,
            HTTPRequest(
                .post, "/v1/entities/corrections", contentType: "application/json", body: ByteBuffer(bytes: body)))
        try CorrectionsInvocation.write(reply, bytes, options, session)
        let known = corrections.count - reply.corrections.count
        if known > 0 { try session.note("\(Wording.count(known, "correction")) in force already") }
        try Self.noteUnknown(reply.unknown, session)
        return .success
    }

    /// Tells of names that are in no article: they may come, or be mistyped.
    private static func noteUnknown(_ names: [String], _ session: Session) throws(ClientError) {
        let few = 3
        for name in names.prefix(few) { try session.note("no article names \(name) yet") }
        if names.count > few { try session.note("nor \(Wording.count(names.count - few, "other name"))") }
    }

    private static func contents(of path: String, _ session: Session) throws(ClientError) -> String {
        let longest = 32 << 20
        do {
            let file = try InputFile(
                path: path == "-" ? path : session.environment.absolute(path),
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
