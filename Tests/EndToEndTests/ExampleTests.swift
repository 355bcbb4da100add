import Foundation
import TestSupport
import Testing

/// What is in `docs/examples` does what its first lines say.
@Suite struct ExampleTests {
    private static let folder = TestSupport.checkout + "docs/examples/"

    /// Runs a program that finds `dateline` in its path.
    private func run(
        _ installation: Installation, _ program: String, _ arguments: [String],
        _ variables: [String: String] = [:]
    ) async throws -> ProgramRun {
        var environment = installation.environment.merging(variables) { $1 }
        let programs = URL(filePath: TestSupport.program("dateline")).deletingLastPathComponent().path
        environment["PATH"] = programs + ":" + (environment["PATH"] ?? "")
        environment["TERM"] = "dumb"
        return try await ProgramRun.of(program, arguments, environment: environment)
    }

    private func installed(_ program: String) throws -> String {
        try #require(TestSupport.installedProgram(program), "\(program) is not installed; make test installs it")
    }

    @Test func theShellScriptsAreCleanForShellcheck() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".sh") }
        #expect(names.count > 2)
        let run = try await ProgramRun.of(try installed("shellcheck"), names.map { Self.folder + $0 })
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func theBrowserPrintsTheArticleChosen() async throws {
        let fzf = try installed("fzf")
        try await Installation.withSeeds { installation in
            // As a filter fzf chooses what matches, without a screen.
            let run = try await run(
                installation, Self.folder + "browse.sh", ["abraham", "accords"],
                [
                    "FZF_DEFAULT_OPTS": "--filter=kazakhstan",
                    "PATH": "\(URL(filePath: fzf).deletingLastPathComponent().path):/bin",
                ])
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(run.output.hasPrefix("Trump says Kazakhstan will enter Abraham Accords\n"), "\(run.output)")
            let shown = try await installation.dateline("show", "mw-20251106-kazakhstan")
            #expect(run.output.contains(try #require(shown.output.split(separator: "\n").last)))
        }
    }

    @Test func theDigestSaysWhatEachQueryFound() async throws {
        try await Installation.withSeeds { installation in
            let queries = try installation.write(
                "# the desk\nAccords\tabraham accords\nNothing\tzzyzx\nMoon\tlander -odysseus\n", to: "queries.txt")
            let run = try await run(installation, Self.folder + "digest.sh", [queries, "2025-01-01"])
            #expect(run.status == 0, "\(run.diagnostics)")
            let count = try await installation.dateline(
                "count", "--by", "story", "--since", "2025-01-01", "abraham accords")
            let number = count.output.trimmingCharacters(in: .newlines)
            #expect(run.output.contains("== Accords: \(number) new since 2025-01-01\n"), "\(run.output)")
            #expect(run.output.contains("== Moon: "))
            #expect(!run.output.contains("Nothing"))
            let people = try await installation.dateline(
                "facet", "person", "-n", "5", "--since", "2025-01-01", "abraham accords")
            let names = people.output.split(separator: "\n").map { $0.split(separator: "=")[1] }
            #expect(run.output.contains("Named in them: \(names.joined(separator: ", "))\n"), "\(run.output)")
        }
    }

    @Test func theReportIsMadeAnewWhenTheIndexHasChanged() async throws {
        let make = try installed("make")
        _ = try installed("jq")
        try await Installation.withSeeds { installation in
            try installation.write("Accords\tabraham accords\nRain\train\n", to: "report/queries.txt")
            let report = installation.folder + "/report"
            func build() async throws -> ProgramRun {
                try await run(installation, make, ["-C", report, "-f", Self.folder + "report.mk"])
            }
            func counts() throws -> [String] {
                try String(contentsOfFile: report + "/counts.tsv", encoding: .utf8).split(separator: "\n").map(
                    String.init)
            }
            let first = try await build()
            #expect(first.status == 0, "\(first.diagnostics)")
            let accords = try await installation.dateline("count", "abraham accords").output.dropLast()
            #expect(try counts().first == "Accords\t\(accords)")
            let people = try String(contentsOfFile: report + "/people.tsv", encoding: .utf8)
            #expect(people == (try await installation.dateline("facet", "person", "--all", "--format", "tsv").output))

            #expect(try await build().output.contains("dateline count") == false, "nothing has changed")
            let article = try installation.write(
                "Abraham accords again\n\nThe abraham accords of now.\n", to: "new.txt")
            #expect(try await installation.dateline("index", article).status == 0)
            #expect(try await build().status == 0)
            #expect(try counts().first == "Accords\t\((Int(accords) ?? 0) + 1)")
        }
    }

    @Test func vimListsArticlesByTheirFiles() async throws {
        let vim = try installed("vim")
        try await Installation.with { installation in
            let article = try installation.write("Rain in Baku\n\nIt rained in Baku.\n", to: "news/rain.txt")
            #expect(try await installation.dateline("index", installation.folder + "/news").status == 0)
            let list = installation.folder + "/list.txt"
            let run = try await run(
                installation, vim,
                [
                    "-e", "-s", "-N", "-u", "NONE", "-i", "NONE", "-S", Self.folder + "dateline.vim",
                    "-c", "Dateline baku -snow",
                    "-c", "call writefile(map(getqflist(), 'bufname(v:val.bufnr) .. \"|\" .. v:val.text'), '\(list)')",
                    "-c", "qa!",
                ])
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(
                try String(contentsOfFile: list, encoding: .utf8) == "\(article)|Rain in Baku\tIt rained in Baku.\n")
        }
    }
}
