import ArgumentParser
import DatelineAPI
import Foundation
import TestSupport
import Testing

@testable import DatelineCommands

@Suite struct ManualTests {
    private func pages() throws -> [ManPage] {
        ManPage.all(of: try JSON.decode(HelpTable.self, from: Array(Dateline._dumpHelp().utf8)), section: 1)
    }

    @Test func aPageForEachCommand() throws {
        let pages = try pages()
        #expect(Set(pages.map(\.name)).isSuperset(of: ["dateline.1", "dateline-search.1", "dateline-entities.1"]))
        for page in pages {
            #expect(page.text.contains("\n.Sh NAME\n") && page.text.contains("\n.Sh EXAMPLES\n"), "\(page.name)")
            #expect(page.text.utf8.allSatisfy { $0 < 0x80 }, "\(page.name)")
        }
        let search = try #require(pages.first { $0.name == "dateline-search.1" }).text
        #expect(search.contains(".It Fl -where Ar \\&field=value\nOnly these;"))
        #expect(search.contains(#"dateline search --template '{date}\et{title}\en' --sort newest baku"#))
    }

    @Test(.enabled(if: TestSupport.installedProgram("mandoc") != nil, "mandoc is not installed"))
    func thePagesAreCleanMdoc() async throws {
        let mandoc = try #require(TestSupport.installedProgram("mandoc"))
        for page in try pages() {
            let run = try await ProgramRun.of(
                mandoc, ["-T", "lint", "-W", "warning"], environment: [:], input: Array(page.text.utf8))
            #expect(run.status == 0 && run.output == "", "\(page.name): \(run.output)")
        }
    }

    @Test func whatLooksLikeAMacroIsText() {
        var text = Mdoc()
        text.prose(".Sh at the start. 'And so on. A \\ and … are text.")
        text.literal([".Dd", "plain"])
        #expect(
            text.text
                == "\\&.Sh at the start. 'And so on.\nA \\e and \\[u2026] are text.\n.Bd -literal -offset indent\n"
                + "\\&.Dd\nplain\n.Ed\n")
        #expect(Mdoc.word("Ar") == "\\&Ar")
        #expect(Mdoc.word("a \"b\"") == #""\&a \(dqb\(dq""#)
    }
}
