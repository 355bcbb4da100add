import Glibc
import TestSupport
import Testing

/// Names listed and corrected with the real programs, through restarts and a kill.
@Suite struct EntitiesTests {
    private func output(_ installation: Installation, _ arguments: String...) async throws -> String {
        let run = try await installation.dateline(arguments)
        #expect(run.status == 0, "\(arguments) \(run.diagnostics)")
        return run.output
    }

    @Test func namesAreListedAndCorrected() async throws {
        try await Installation.withSeeds { installation in
            let witkoff = "person=Steve Witkoff"
            let before = try await output(installation, "facet", "person", "--all")
            let listed = try await output(installation, "entities", "wit")
            #expect(listed.contains("\t\(witkoff)\n") && before.contains(listed))
            let aliyev = try await output(installation, "count", "--by", "passage", "--where", "person=Ilham Aliyev")

            let merged = try await output(installation, "entities", "merge", witkoff, "Ilham Aliyev")
            #expect(merged.hasPrefix("1  20") && merged.contains("merge \(witkoff) -> person=Ilham Aliyev"))
            #expect(try await output(installation, "entities", "--type", "person", "wit") != listed)
            let both = try await output(installation, "count", "--by", "passage", "--where", witkoff)
            #expect(
                try await output(installation, "count", "--by", "passage", "--where", "person=Ilham Aliyev") == both
                    && both != aliyev)
            #expect(try await output(installation, "count", "--by", "passage", "person:\"Steve Witkoff\"") == both)
            let found = try await output(installation, "search", "--format", "json", "witkoff")
            #expect(!found.contains(#""name":"Steve Witkoff""#))

            _ = try await output(installation, "entities", "hide", "organization=White House")
            #expect(try await installation.dateline("count", "organization:\"White House\"").status == 1)
            _ = try await output(installation, "entities", "retype", "organization=Nvidia", "misc")
            #expect(try await output(installation, "facet", "misc", "--prefix", "nvid").contains("misc=Nvidia"))
            let id = try await output(installation, "search", "-n", "1", "--format", "ids", "person:\"Ilham Aliyev\"")
            _ = try await output(
                installation, "entities", "split", "person=Ilham Aliyev", "The Other One", "--articles",
                String(id.dropLast()))
            #expect(try await output(installation, "count", "--where", "person=The Other One") == "1\n")

            // They are there after a restart and after a kill, and can be taken elsewhere and back.
            let exported = try await output(installation, "entities", "corrections", "export")
            let people = try await output(installation, "facet", "person", "--all")
            try await installation.endDaemon()
            #expect(try await output(installation, "facet", "person", "--all") == people)
            #expect(try await output(installation, "status").contains("corrections"))
            let list = try await output(installation, "entities", "corrections", "--format", "ids")
            #expect(list == "1\n2\n3\n4\n")
            #expect(try await output(installation, "entities", "undo").hasPrefix("4  "))
            #expect(try await output(installation, "entities", "undo", "1-3", "--format", "ids") == "1\n2\n3\n")
            #expect(try await output(installation, "facet", "person", "--all") == before)
            #expect(try await installation.dateline("entities", "undo").status == 1)
            #expect(try await installation.dateline("entities", "corrections").status == 1)
            let imported = try await installation.dateline("entities", "corrections", "import", "-", input: exported)
            #expect(imported.status == 0 && imported.output.hasPrefix("5  "))
            #expect(try await output(installation, "facet", "person", "--all") == people)
            #expect(try await output(installation, "entities", "corrections", "export") == exported)
            let again = try await installation.dateline("entities", "corrections", "import", "-", input: exported)
            #expect(again.status == 0 && again.output == "" && again.diagnostics.contains("in force already"))
        }
    }

    @Test func mistakesAreSaidAndChangeNothing() async throws {
        try await Installation.withSeeds { installation in
            for (arguments, reason) in [
                (["hide", "Amazon"], "needs its type"), (["hide", "source=Reuters"], "needs its type"),
                (["merge", "person=A", "person=A"], "same"), (["retype", "person=A", "animal"], "type"),
                (["split", "person=A", "B"], "in which articles"),
                (["split", "person=A", "B", "--where", "colour=red"], "field"), (["undo", "x"], "number"),
                (["--type", "animal"], "type"), (["--after", "x"], "cursor"),
            ] {
                let run = try await installation.dateline(["entities"] + arguments)
                #expect(run.status == 2, "\(arguments)")
                #expect(run.diagnostics.contains(reason), "\(arguments) \(run.diagnostics)")
            }
            let lines = "# two\nmerge\tperson=A\tperson=B\nmerge\tperson=B\tperson=A\n"
            let run = try await installation.dateline("entities", "corrections", "import", "-", input: lines)
            #expect(run.status == 2 && run.diagnostics.contains("line 3: person=B would lead back to itself"))
            #expect(try await installation.dateline("entities", "corrections").status == 1)
            #expect(try await installation.dateline("entities", "zzzz").status == 1)
        }
    }

    @Test func aKillAfterTheReplyLosesNothing() async throws {
        try await Installation.withSeeds { installation in
            for number in 1...3 {
                _ = try await output(installation, "entities", "hide", "place=P\(number)")
                try await installation.endDaemon(SIGKILL)
            }
            #expect(try await output(installation, "entities", "corrections", "--format", "ids") == "1\n2\n3\n")
        }
    }
}
