internal import FoundationEssentials
internal import Glibc

/// Another engine, which `rank.py` beside the folder of engines prepares and runs.
package struct OtherEngine: Sendable {
    package var name: String
    /// The folder with the engines' programs, `Benchmarks/engines`.
    package var folder: String

    package init(name: String, folder: String) {
        self.name = name
        self.folder = folder
    }

    /// All that there are.
    package static let names = ["lucene", "tantivy", "xapian"]

    /// Ranks the articles for each query.
    /// - Throws: `EvaluationError` with what kept the engine from running.
    package func run(_ collection: JudgedCollection) async throws(EvaluationError) -> RankedRun {
        let script = "\(folder)/../rank.py"
        guard FileManager.default.fileExists(atPath: script) else {
            throw EvaluationError("\(folder) has no engines", hint: "name Benchmarks/engines of a checkout")
        }
        return try await TemporaryFolder.with { scratch throws(EvaluationError) in
            let output = "\(scratch)/run"
            let diagnostics = "\(scratch)/diagnostics"
            let arguments = ["python3", "-B", script, name, collection.folder]
            let status = try Self.run(arguments, output: output, diagnostics: diagnostics)
            guard status == 0 else {
                let text = FileManager.default.contents(atPath: diagnostics).map { String(decoding: $0, as: UTF8.self) }
                let last = NumberedLine.all(of: text ?? "").last.map { String($0.text) }
                throw EvaluationError(last ?? "ended with status \(status)")
            }
            return try RankedRun(engine: name, lines: try LabelledFile.contents(output))
        }
    }

    /// Runs a program to its end, with its output in two files; gives its exit status, or 128 and its signal's number.
    private static func run(
        _ arguments: [String], output: String, diagnostics: String
    ) throws(EvaluationError) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (descriptor, path) in [(Int32(1), output), (2, diagnostics)] {
            posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
        guard failure == 0 else {
            throw EvaluationError("cannot start \(arguments[0]): \(String(cString: strerror(failure)))")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}
