import DatelineAPI
import NIOCore

/// Runs a query a line, one after the other over one connection, and goes on after a line that cannot be answered.
struct Batch {
    /// The file of lines, or `-`.
    let path: String
    let session: Session

    /// Answers each line in order.
    /// - Parameters: `answer` asks and prints, and says whether anything matched; `failed` prints what stands in the place
    ///   of a line that has no answer.
    /// - Returns: `partial` when some lines failed, `nothing` when nothing matched at all.
    /// - Throws: ``ClientError`` that concerns all lines: no daemon, no permission, no room for the output.
    func run(
        answer: (BatchLine) async throws(ClientError) -> Bool,
        failed: (BatchLine, ClientError) throws(ClientError) -> Void
    ) async throws(ClientError) -> ExitStatus {
        var lines = try InputLines(path == "-" ? path : session.environment.absolute(path))
        var (matched, failures) = (false, 0)
        while true {
            var line = BatchLine(number: lines.number + 1, text: "")
            do throws(ClientError) {
                guard let text = try lines.next() else { break }
                line = BatchLine(number: lines.number, text: text)
                if try await answer(line) { matched = true }
            } catch {
                guard error.code != .unreadable, [.usage, .nothing, .partial].contains(error.exitStatus),
                    error.code != .outputFailed
                else {
                    throw error
                }
                failures += 1
                try session.note("line \(line.number): \(error)")
                try failed(line, error)
            }
        }
        return failures > 0 ? .partial : matched ? .success : .nothing
    }

    /// The request of a line: in the URL, or as JSON where it would be too long for one.
    static func request(_ path: String, _ request: some SelectionRequest) -> HTTPRequest {
        // Percent-encoding makes up to three bytes of one, and a daemon takes 64 KiB.
        if request.q?.utf8.count ?? 0 <= 8 << 10 { return .get(path, request) }
        // Encoding fails only for a number that is not finite, and there is none.
        let body = (try? JSON.encode(request)) ?? []
        return HTTPRequest(.post, path, contentType: "application/json", body: ByteBuffer(bytes: body))
    }
}
