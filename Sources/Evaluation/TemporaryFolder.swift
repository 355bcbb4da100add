internal import FoundationEssentials

/// A new, empty folder that is removed when the work in it is done or has failed.
enum TemporaryFolder {
    /// Runs `body` with the path of one.
    static func with<R>(
        _ body: (String) async throws(EvaluationError) -> R
    ) async throws(EvaluationError) -> R {
        let name = "dateline-eval-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false) } catch {
            throw EvaluationError("cannot make the folder \(folder.path)", hint: "set TMPDIR to one that is writable")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }
}
