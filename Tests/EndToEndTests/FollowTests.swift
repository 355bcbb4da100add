import DatelineAPI
import Foundation
import Glibc
import TestSupport
import Testing

/// `dateline index --watch`, as a process of its own.
@Suite struct FollowTests {
    /// Starts to watch the folder `in`, and waits until the index holds these articles.
    private func follow(_ installation: Installation, _ arguments: String...) throws -> RunningProgram {
        try RunningProgram(
            TestSupport.program("dateline"),
            ["index", "--watch", "--base", installation.folder, "--format", "ndjson"] + arguments
                + [installation.folder + "/in"], environment: installation.environment)
    }

    /// Waits until exactly these articles are there.
    private func expect(_ ids: Set<String>, _ installation: Installation, _ what: Comment) async throws {
        try await expect(installation, what) { Set($0.map(\.id)) == ids }
    }

    /// Waits until an article has this text.
    private func expect(text: String, _ installation: Installation) async throws {
        try await expect(installation, "no article is \(text)") { $0.contains { $0.text == text } }
    }

    private func expect(
        _ installation: Installation, _ what: Comment, _ isSo: ([Line]) -> Bool
    ) async throws {
        var found: [Line] = []
        for _ in 0..<400 {
            found = try await exported(installation)
            if isSo(found) { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("\(what): \(found)")
    }

    private struct Line: Decodable {
        var id: String
        var text: String
    }

    private func exported(_ installation: Installation) async throws -> [Line] {
        let run = try await installation.dateline("export")
        return try run.output.split(separator: "\n").map { try JSON.decode(Line.self, from: Array($0.utf8)) }
    }

    @Test func aFolderIsKeptInStep() async throws {
        try await Installation.with { installation in
            let manager = FileManager.default
            let folder = installation.folder
            #expect(
                try await installation.dateline("index", "-", input: #"{"id":"other","text":"Not of the folder."}"#)
                    .status == 0)
            try installation.write("One.", to: "in/a.txt")
            try installation.write("id,text\nc1,One.\nc2,Two.\n", to: "in/deep/b.csv")
            let program = try follow(installation)
            try await expect(["other", "in/a.txt", "c1", "c2"], installation, "the first look")

            try installation.write("New.", to: "in/new/er/d.txt")
            try installation.write("id,text\nc2,Two.\nc3,Three.\n", to: "in/deep/b.csv")
            try installation.write("hidden", to: "in/.e.txt")
            try await expect(["other", "in/a.txt", "c2", "c3", "in/new/er/d.txt"], installation, "new and changed")

            try installation.write("One, again.", to: "in/a.txt")
            try manager.moveItem(atPath: folder + "/in/new", toPath: folder + "/in/moved")
            try await expect(["other", "in/a.txt", "c2", "c3", "in/moved/er/d.txt"], installation, "moved")
            try await expect(text: "One, again.", installation)

            // An article that two files hold goes with the last of them.
            try installation.write(#"{"id":"c3","text":"Three of JSON."}"#, to: "in/f.json")
            try await expect(text: "Three of JSON.", installation)
            try manager.removeItem(atPath: folder + "/in/f.json")
            try await expect(text: "Three.", installation)
            #expect(try await exported(installation).contains { $0.id == "c3" && $0.text == "Three." })
            try manager.removeItem(atPath: folder + "/in/deep")
            try await expect(["other", "in/a.txt", "in/moved/er/d.txt"], installation, "removed")

            kill(program.processID, SIGTERM)
            let run = try await program.end()
            #expect(run.status == 0, "\(run.diagnostics)")
            let lines = run.output.split(separator: "\n")
            #expect(lines.count >= 6)
            let first = try #require(lines.first)
            #expect(
                first.hasPrefix(#"{"added":3,"deleted":0,"failed":0,"files":2,"replaced":0,"revision":"#), "\(first)")
        }
    }

    @Test func whatChangedMeanwhileIsFoundAtTheNextStart() async throws {
        try await Installation.with { installation in
            let folder = installation.folder
            for name in ["a", "b", "c"] { try installation.write("Text \(name).", to: "in/\(name).txt") }
            var program = try follow(installation)
            try await expect(["in/a.txt", "in/b.txt", "in/c.txt"], installation, "the first look")
            kill(program.processID, SIGINT)
            // As a shell expects it: a loop in a script ends too.
            #expect(try await program.end().status == 128 + SIGINT)

            try FileManager.default.removeItem(atPath: folder + "/in/a.txt")
            try installation.write("{\"id\":", to: "in/b.txt.json")
            try installation.write("Other text.", to: "in/b.txt")
            try installation.write("New.", to: "in/d.txt")
            program = try follow(installation)
            try await expect(["in/b.txt", "in/c.txt", "in/d.txt"], installation, "the second start")
            #expect(try await exported(installation).contains { $0.text == "Other text." })
            kill(program.processID, SIGTERM)
            let run = try await program.end()
            #expect(run.diagnostics.contains("in/b.txt.json"), "\(run.diagnostics)")
            #expect(
                run.output.hasPrefix(#"{"added":1,"deleted":1,"failed":1,"files":3,"replaced":1,"#), "\(run.output)")

            // An empty folder is rather one that is not mounted.
            for name in ["b.txt", "b.txt.json", "c.txt", "d.txt"] {
                try FileManager.default.removeItem(atPath: folder + "/in/" + name)
            }
            let empty = try await follow(installation).end()
            #expect(empty.status == 3)
            #expect(empty.diagnostics.contains("is empty, and held 4 files"), "\(empty.diagnostics)")
            #expect(try await exported(installation).count == 3)
            let wrong = try await installation.dateline("index", "--watch", folder + "/none")
            #expect(wrong.status == 3, "\(wrong.diagnostics)")
            let file = try await installation.dateline("index", "--watch", installation.daemonLogPath)
            #expect(file.status == 2 && file.diagnostics.contains("is no folder"), "\(file.diagnostics)")
        }
    }
}

extension Installation {
    fileprivate var daemonLogPath: String { folder + "/state/dateline/datelined.log" }
}
