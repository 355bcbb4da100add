import DatelineAPI
import Foundation
import TestSupport
import Testing

/// The commands in the documents work as they stand there. What is in blocks of `sh` is run, line by line, in a folder
/// that has the files they speak of; what changes a machine, or does not end, is in blocks of `console`.
@Suite struct DocumentTests {
    private static let documents =
        ["README.md"]
        + [
            "API", "ARTICLES", "ENTITIES", "FAQ", "FORMATS", "GUIDE", "LANGUAGES", "QUERY", "RANKING", "STORIES",
        ].map { "docs/\($0).md" }

    @Test(arguments: documents) func commandsWork(_ document: String) async throws {
        let lines = try Self.commands(of: document)
        guard !lines.isEmpty else { return }
        try await Installation.withSeeds { installation in
            try await Self.prepare(installation)
            for line in lines {
                // A watch has no end; that it is understood is what can be seen.
                let isWatch = line.hasPrefix("dateline watch") && !line.contains("| ")
                let command = isWatch ? line.prefix { $0 != "#" } + " --curl" : line[...]
                let run = try await Self.shell(String(command), installation)
                // Nothing found is an answer too; curl says with 22 that it got an error.
                #expect(run.status <= 1, "\(document): \(line)\n\(run.diagnostics)\(run.output.prefix(500))")
            }
        }
    }

    /// Blocks of `console` with lines that begin with `$ ` are recordings of the sample corpus.
    @Test(arguments: ["README.md", "docs/GUIDE.md"]) func recordingsAreTrue(_ document: String) async throws {
        let recordings = try Self.recordings(in: document)
        #expect(!recordings.isEmpty)
        // The guide begins with an empty index.
        try await (document == "README.md" ? Installation.withSeeds : Installation.with) { installation in
            try await Self.prepare(installation)
            for (command, printed) in recordings {
                let run = try await Self.shell(command, installation)
                // A cursor belongs to one index.
                let output = run.output.replacing(#/--after \S+/#, with: "--after CURSOR")
                #expect(output.trimmingCharacters(in: .newlines) == printed, "\(document): \(command)")
            }
        }
    }

    @Test func everyRouteHasACurlLine() async throws {
        let text = try String(contentsOfFile: TestSupport.checkout + "docs/API.md", encoding: .utf8)
        try await Installation.withSeeds { installation in
            let reply = try await Self.shell("curl -sS --unix-socket $S http://localhost/openapi.json", installation)
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(reply.outputBytes)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: Any]).keys
            #expect(paths.count > 15)
            for path in paths {
                // What stands for a part of the path may be anything that a shell line can hold.
                let pattern = path.replacing(#/\{[^}]*\}/#, with: "[^ ?']+")
                let found = text.contains(
                    try Regex("http://localhost" + pattern + "([ ?']|$)").anchorsMatchLineEndings())
                #expect(found, "docs/API.md has no curl line for \(path)")
            }
        }
    }

    /// What was typed, and what was printed then.
    private static func recordings(in document: String) throws -> [(command: String, printed: String)] {
        let text = try String(contentsOfFile: TestSupport.checkout + document, encoding: .utf8)
        var recordings: [(command: String, printed: String)] = []
        for block in text.components(separatedBy: "```console\n").dropFirst() {
            let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
            guard lines.first?.hasPrefix("$ ") == true else { continue }
            for line in lines {
                if line.hasPrefix("$ ") {
                    recordings.append((String(line.dropFirst(2)), ""))
                } else {
                    recordings[recordings.count - 1].printed += line + "\n"
                }
            }
        }
        return recordings.map { ($0.command, $0.printed.trimmingCharacters(in: .newlines)) }
    }

    /// The lines of a document's `sh` blocks; those that go on in the next one are joined.
    private static func commands(of document: String) throws -> [String] {
        let text = try String(contentsOfFile: TestSupport.checkout + document, encoding: .utf8)
        var commands: [String] = []
        var block: String?
        var open = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = line.drop { $0 == " " }
            if start.hasPrefix("```") {
                block = block == nil ? String(start.dropFirst(3)) : nil
            } else if block == "sh", !start.isEmpty, !start.hasPrefix("#") {
                open += start
                if open.hasSuffix("\\") {
                    open.removeLast()
                    continue
                }
                commands.append(open)
                open = ""
            }
        }
        return commands
    }

    private static func shell(_ line: String, _ installation: Installation) async throws -> ProgramRun {
        var environment = installation.environment
        let programs = URL(filePath: TestSupport.program("dateline")).deletingLastPathComponent().path
        environment["PATH"] = "\(programs):\(TestSupport.checkout)docs/examples:\(environment["PATH"] ?? "")"
        environment["S"] = installation.socket
        let options = "curl() { command curl -sS --fail-with-body \"$@\"; }; cd \"$HOME\"\n"
        return try await ProgramRun.of("/bin/sh", ["-c", options + line], environment: environment)
    }

    /// The files that the documents speak of.
    private static func prepare(_ installation: Installation) async throws {
        try TestSupport.copyFolder(TestSupport.checkout + "seeds", to: installation.folder + "/articles")
        try installation.write("Rain in Baku\n\nBAKU, March 2, 2024 - It rained in Baku.\n", to: "a.txt")
        try installation.write("<html><title>Snow</title><body><p>It snowed in Oslo.</p></body></html>", to: "b.html")
        let wire = #"{"id":"wire/1","title":"Port of Baku","text":"The port of Baku was closed.","date":"2025-08-09"}"#
        try installation.write(wire + "\n", to: "wire.ndjson")
        try installation.write("Accords\tabraham accords\nMoon\tlander\n", to: "queries.txt")
        try installation.write("Steve Witkoff\nIlham Aliyev\nNobody Atall\n", to: "names.txt")
        try installation.write("place\tPort of Alat\tAlat\n", to: "harbours.tsv")
        let town = "1\tAlat\tAlat\t\t39.9\t49.4\tP\tPPL\tAZ\t\t09\t\t\t\t60000\t\t\tAsia/Baku\t2024-01-01\n"
        try installation.write(town, to: "cities15000.txt")
        let packed = try await shell(
            "gzip -k wire.ndjson && dateline backup - | gzip > dateline-2025-08-09.tar.gz", installation)
        try #require(packed.status == 0, "\(packed.diagnostics)")
    }
}
