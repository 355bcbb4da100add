import TestSupport
import Testing

@testable import DatelineServer

@Suite struct LoggedSettingsTests {
    @Test func aFileSetsThem() throws {
        let settings = try Self.read("slow_ms = 20\nlog_queries = on # for a day\nsearches = 7\n")
        #expect(settings.limits.slowMilliseconds == 20)
        #expect(settings.logsQueries)
        #expect(settings.limits.searches == 7)
        #expect(!Settings().logsQueries)
    }

    @Test(arguments: ["log_queries = yes", "slow_ms = -1", "slow_ms = soon", "slow = 1"])
    func whatIsNoneIsRefusedByItsLine(_ line: String) {
        let error = #expect(throws: StartupError.self) { try Self.read("searches = 7\n\(line)\n") }
        #expect(error?.message.contains(":2: ") == true)
    }

    @Test func theGuideListsAll() throws {
        let guide = try #require(TestFile.read(TestSupport.checkout + "docs/GUIDE.md"))
        let others = ["read", "write", "admin", "listen", "token_file", "log_queries"]
        // The first cells of the table's rows.
        let cells = guide.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { row in
            row.split(separator: "|").first
        }
        for name in ServerLimits().named.keys + others {
            #expect(cells.contains { $0.contains("`\(name)`") }, "\(name)")
        }
    }

    private static func read(_ text: String) throws -> Settings {
        try TestSupport.withTemporaryFolder { folder in
            try TestFile.write(text, to: folder + "/conf")
            return try Settings(file: folder + "/conf", searchTime: nil)
        }
    }
}
