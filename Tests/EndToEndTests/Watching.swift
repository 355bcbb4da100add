import Foundation
import TestSupport

/// Watches that run while a test goes on.
enum Watching {
    struct Hit: Decodable {
        var id: String
        var revision: Int
        var query: String?
    }

    private struct Mark: Decodable {
        struct Begin: Decodable {}

        var begin: Begin?
        var through: Int?
    }

    static func start(_ installation: Installation, _ words: [String]) throws -> RunningProgram {
        try RunningProgram(
            TestSupport.program("dateline"), ["watch", "--no-start", "--format", "ndjson", "--marks"] + words,
            environment: installation.environment)
    }

    /// The hits that were printed, in their order.
    static func hits(_ output: String) -> [Hit] {
        lines(output).compactMap { try? JSONDecoder().decode(Hit.self, from: Data($0.utf8)) }
    }

    /// Waits until a watch says that it has come to a revision; three thousand looks at most.
    static func reaches(_ revision: Int, _ watch: RunningProgram) async throws -> Bool {
        for _ in 0..<3_000 {
            let through = lines(watch.outputSoFar).compactMap {
                try? JSONDecoder().decode(Mark.self, from: Data($0.utf8)).through
            }
            if let last = through.last, last >= revision { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    /// The revision that the index is at.
    static func revision(_ installation: Installation) async throws -> Int {
        struct Status: Decodable {
            struct Stamp: Decodable { var revision: Int }

            var index: Stamp
        }
        let status = try await installation.dateline("status", "--format", "json").output
        return try JSONDecoder().decode(Status.self, from: Data(status.utf8)).index.revision
    }

    /// Whole lines: the last one may still be on its way.
    private static func lines(_ output: String) -> [Substring] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
}
