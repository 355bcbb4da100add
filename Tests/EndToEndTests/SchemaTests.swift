import DatelineAPI
import Foundation
import TestSupport
import Testing

/// Indexes that earlier programs have made.
@Suite struct SchemaTests {
    private func unpack(_ version: Int, in installation: Installation) async throws {
        let file = TestSupport.checkout + "Tests/EndToEndTests/Fixtures/schema-\(version).tar.gz"
        let tar = try #require(TestSupport.installedProgram("tar"))
        let run = try await ProgramRun.of(
            tar, ["-xzf", file, "--no-same-owner", "-C", installation.folder], environment: installation.environment)
        try #require(run.status == 0, "\(run.diagnostics)")
    }

    @Test(arguments: [1, 2])
    func anOlderOneIsRefusedWithWhatToDo(_ version: Int) async throws {
        try await Installation.with { installation in
            try await unpack(version, in: installation)
            let run = try await installation.dateline("count")
            #expect(run.status == 4)
            #expect(run.diagnostics.contains("has schema version \(version)"), "\(run.diagnostics)")
            #expect(run.diagnostics.contains("export its articles with the release that made it"))
        }
    }

    @Test func oneOfThisVersionOpensAndIsMadeAnew() async throws {
        try await Installation.with { installation in
            try await unpack(3, in: installation)
            let status = try await installation.dateline("status", "--format", "json")
            #expect(status.output.contains(#""schema_version":3"#), "\(status.output) \(status.diagnostics)")
            let found = try await installation.dateline("search", "--format", "ids", "--by", "article", "accords")
            #expect(found.output.hasPrefix("seeds/wire/accords-talks.txt#"), "\(found.output)")
            #expect(try await installation.dateline("check").status == 0)
            #expect(try await installation.dateline("reindex").output == "2 articles made anew, 12 passages\n")
            #expect(try await installation.dateline("count", "accords").output == "1\n")
        }
    }
}
