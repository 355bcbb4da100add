import Foundation
import TestSupport
import Testing

@testable import DatelineServer

/// Archives that the system's tar reads.
@Suite(.enabled(if: TestSupport.installedProgram("tar") != nil, "tar is not installed"))
struct TarHeaderTests {
    @Test func tarReadsWhatIsWritten() async throws {
        let longest = "gazetteers/\(String(repeating: "n", count: 89))"
        let files = [("a", 0), ("db/b.glass", 511), ("c", 512), (longest, 1_025)]
        var archive: [UInt8] = []
        for (name, size) in files {
            archive += TarHeader.bytes(name: name, size: size, time: 1_700_000_000)
            archive += [UInt8](repeating: UInt8(ascii: "x"), count: size)
            archive += [UInt8](repeating: 0, count: TarHeader.padding(size: size))
        }
        #expect(archive.count == files.reduce(0) { $0 + TarHeader.room(size: $1.1) })
        archive += TarHeader.end
        let tar = try #require(TestSupport.installedProgram("tar"))
        let run = try await ProgramRun.of(
            tar, ["-tvf", "-"], environment: ["TZ": "UTC", "LC_ALL": "C"], input: archive)
        #expect(run.status == 0 && run.diagnostics == "", "\(run.diagnostics)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == files.count)
        for (line, file) in zip(lines, files) {
            #expect(line.hasPrefix("-rw------- 0/0 ") && line.hasSuffix(" 2023-11-14 22:13 \(file.0)"), "\(line)")
            #expect(line.contains(" \(file.1) "))
        }
    }

    /// From 8 GiB on eleven octal digits are too few.
    @Test(arguments: [(1 << 33) - 1, 1 << 33, (1 << 40) + 12_345])
    func tarReadsSizesOfAnyLength(_ size: Int) async throws {
        let tar = try #require(TestSupport.installedProgram("tar"))
        let run = try await ProgramRun.of(
            tar, ["-tvf", "-"], environment: ["LC_ALL": "C"], input: TarHeader.bytes(name: "big", size: size, time: 0))
        // The file itself is missing, which tar says after it has listed it.
        #expect(run.output.contains(" \(size) "), "\(run.output)\(run.diagnostics)")
    }
}
