import Foundation
import Glibc
import TestSupport
import Testing

/// Files that a disk has spoilt: named, and never a crash.
@Suite struct DamageTests {
    private static let tables = ["docdata.glass", "iamglass", "position.glass", "postlist.glass", "termlist.glass"]

    /// A table that ends early, or whose root block is overwritten, is found by its name, and an index that cannot be
    /// opened is refused with it.
    @Test(arguments: tables) func aDamagedTableIsNamed(_ table: String) async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon()
            let sound = installation.index + "/db"
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(sound)/\(table)")))
            for damage in [Array(bytes.prefix(bytes.count / 3)), [], bytes.map { $0 ^ 0x55 }] {
                try installation.write(damage, to: "index/db/\(table)")
                let check = try await installation.startDaemon("--check").end()
                #expect(check.status == 7, "\(check.output)\(check.diagnostics)")
                #expect(check.output.contains("\ndb/\(table): "), "\(check.output)")
                #expect(check.output.contains("restore a backup"))
                // The daemon says the same, whether it cannot start or is asked.
                let online = try await installation.dateline("check")
                #expect(online.status == 7 || online.status == 4, "\(online.output)\(online.diagnostics)")
                #expect((online.output + online.diagnostics).contains("db/\(table)"), "\(online.diagnostics)")
                if online.status == 4 { #expect(online.diagnostics.contains("datelined --check")) }
                try await installation.endDaemon()
            }
            try installation.write(bytes, to: "index/db/\(table)")
            #expect(try await installation.startDaemon("--check").end().status == 0)
            #expect(try await installation.dateline("count").output == "33\n")
        }
    }

    @Test func aMissingTableIsNamed() async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon()
            for table in Self.tables {
                let path = "\(installation.index)/db/\(table)"
                try FileManager.default.moveItem(atPath: path, toPath: installation.folder + "/away")
                let check = try await installation.startDaemon("--check").end()
                #expect(check.status == 7, "\(table): \(check.output)")
                #expect(check.output.contains(table == "iamglass" ? "db" : "db/\(table): "), "\(check.output)")
                try FileManager.default.moveItem(atPath: installation.folder + "/away", toPath: path)
            }
        }
    }

    /// Bits that are not what they were, anywhere: what is found has a name, what lies in a text's letters is not found,
    /// and no program crashes.
    @Test(arguments: 0..<4) func flippedBitsCrashNothing(seed: UInt64) async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon()
            var random = SplitMix(seed: seed)
            var found = 0
            for _ in 0..<40 {
                let table = random.pick(Self.tables)
                let bytes = Array(try Data(contentsOf: URL(filePath: "\(installation.index)/db/\(table)")))
                var damaged = bytes
                for _ in 0..<random.pick([1, 1, 8]) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
                try installation.write(damaged, to: "index/db/\(table)")
                let check = try await installation.startDaemon("--check").end()
                #expect(check.status == 0 || check.status == 7, "\(table): \(check.status) \(check.diagnostics)")
                if check.status == 7 {
                    found += 1
                    #expect(check.output.contains("\ndb"), "\(check.output)")
                }
                try installation.write(bytes, to: "index/db/\(table)")
            }
            #expect(found > 10)
            #expect(try await installation.dateline("check").status == 0)
        }
    }

    @Test func aDamagedColumnIsNamedAndMadeAnew() async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon()
            let path = installation.index + "/columns/length"
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            bytes[40] ^= 1
            try installation.write(bytes, to: "index/columns/length")
            let check = try await installation.startDaemon("--check").end()
            #expect(check.status == 7)
            #expect(check.output.contains("\ncolumns/length: length is damaged\n"), "\(check.output)")
            let healed = try await installation.dateline("check")
            #expect(healed.status == 0, "\(healed.output)")
        }
    }
}
