import DatelineAPI

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
        while let text = try lines.next() {
            let line = BatchLine(number: lines.number, text: text)
            do throws(ClientError) {
                if try await answer(line) { matched = true }
            } catch {
                guard [.usage, .nothing, .partial].contains(error.exitStatus), error.code != .outputFailed else {
                    throw error
                }
                failures += 1
                try session.note("line \(line.number): \(error)")
                try failed(line, error)
            }
        }
        return failures > 0 ? .partial : matched ? .success : .nothing
    }
}
