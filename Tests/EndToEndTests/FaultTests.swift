import Foundation
import Glibc
import TestSupport
import Testing

/// A system that fails under the daemon: disks that do not sync, and a clock that jumps.
@Suite(.enabled(if: TestSupport.installedProgram("cc") != nil, "there is no C compiler"))
struct FaultTests {
    /// An installation whose daemon has `Faults/preload.c` loaded, and a switch for its faults.
    private func with(_ body: (Installation, (String, Bool) throws -> Void) async throws -> Void) async throws {
        try await Installation.with { installation in
            let library = installation.folder + "/faults.so"
            let source = TestSupport.checkout + "Tests/EndToEndTests/Faults/preload.c"
            let compiled = try await ProgramRun.of(
                try #require(TestSupport.installedProgram("cc")), ["-shared", "-fPIC", "-o", library, source, "-ldl"],
                environment: installation.environment)
            try #require(compiled.status == 0, "\(compiled.diagnostics)")
            var faulty = installation
            faulty.environment["LD_PRELOAD"] = library
            faulty.environment["FAULTS"] = installation.folder
            let daemon = try RunningProgram(TestSupport.program("datelined"), [], environment: faulty.environment)
            #expect(try await installation.daemonListens())
            try await body(installation) { name, isOn in
                if isOn { try installation.write("", to: name) } else { unlink(installation.folder + "/" + name) }
            }
            kill(daemon.processID, SIGKILL)
            _ = try await daemon.end()
            // What was said to be on disk is there without any last work of the daemon.
            let check = try await ProgramRun.of(
                try #require(TestSupport.installedProgram("xapian-check")), [installation.index + "/db"])
            #expect(check.status == 0, "\(check.output)")
            #expect(try await installation.dateline("count", "river").output == "2\n")
        }
    }

    @Test func aCommitThatCannotBeSyncedIsNoSuccess() async throws {
        try await with { installation, fail in
            let first = try installation.write("The river rose.", to: "a/first.txt")
            let second = try installation.write("The river fell.", to: "a/second.txt")
            #expect(try await installation.dateline("index", first).status == 0)
            try fail("fsync", true)
            let refused = try await installation.dateline("index", second)
            #expect(refused.status == 75 || refused.status == 3, "\(refused.status) \(refused.diagnostics)")
            #expect(refused.diagnostics.contains("Commit failed (Input/output error)"), "\(refused.diagnostics)")
            // What was there is there, and no more than that is said to be.
            #expect(try await installation.dateline("count", "rose").output == "1\n")
            try fail("fsync", false)
            let again = try await installation.dateline("index", second)
            #expect(again.status == 0, "\(again.diagnostics)")
            #expect(try await installation.dateline("count", "river").output == "2\n")
        }
    }

    @Test func aClockThatJumpsChangesNothing() async throws {
        try await with { installation, fail in
            let input = (0..<50).map {
                #"{"id":"a/\#($0)","text":"Article \#($0) is about \#($0 < 2 ? "a river" : "hills")."}"#
            }
            .joined(separator: "\n")
            #expect(try await installation.dateline(["index", "-"], input: Array(input.utf8)).status == 0)
            for isLater in [true, false, true] {
                try fail("clock", isLater)
                #expect(try await installation.dateline("search", "hills").status == 0)
                #expect(try await installation.dateline("count", "hills").output == "48\n")
                let more = try installation.write("A lake, \(isLater).", to: "lake.txt")
                #expect(try await installation.dateline("index", more).status == 0)
                #expect(try await installation.dateline("count", "lake").output == "1\n")
            }
        }
    }
}
