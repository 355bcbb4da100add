import Foundation
import Glibc
import Logging
import TestSupport
import Testing

@testable import DatelineServer

/// Lines of the log, read back.
@Suite struct LineLogTests {
    private static let values = [
        "word", "", "two words", #"a "quoted" one"#, #"back\slash"#, "line\nend", "a=b", "tab\there", "\u{1}", "é",
        "\u{9B}x",
    ]

    @Test func whatIsLoggedIsReadBack() throws {
        let lines = try Self.logged { logger in
            for value in Self.values { logger.notice("it happened", metadata: ["key": "\(value)", "a": "1"]) }
        }
        #expect(lines.count == Self.values.count)
        for (line, value) in zip(lines, Self.values) {
            let parts = try #require(
                line.wholeMatch(of: #/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) notice it happened a=1 key=(.*)/#))
            #expect(try Self.read(parts.2) == value)
        }
    }

    @Test func aMessageThatLooksLikeAKeyIsQuoted() throws {
        let lines = try Self.logged { logger in
            logger.error("plain: words (and more)")
            logger.error("status=200\nfaked")
        }
        #expect(lines[0].hasSuffix(" error plain: words (and more)"))
        #expect(lines[1].hasSuffix(#" error "status=200\nfaked""#))
        #expect(lines.count == 2)
    }

    @Test func metadataOfTheLoggerIsThereAndTheLevelHolds() throws {
        let lines = try Self.logged { logger in
            logger[metadataKey: "request"] = "5f"
            logger.logLevel = .warning
            logger.info("no")
            logger.warning("yes", metadata: ["ms": "3"])
        }
        #expect(lines.count == 1 && lines[0].hasSuffix(" warning yes ms=3 request=5f"))
    }

    private static func logged(_ body: (inout Logger) -> Void) throws -> [String] {
        try TestSupport.withTemporaryFolder { folder in
            let file = open(folder + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
            try #require(file >= 0)
            defer { close(file) }
            var logger = Logger(label: "test", factory: { _ in LineLogHandler(descriptor: file) })
            body(&logger)
            let text = try #require(TestFile.read(folder + "/log"))
            #expect(text.hasSuffix("\n"))
            return text.split(separator: "\n").map(String.init)
        }
    }

    /// A value as it stands in a line. JSON has the same escapes.
    private static func read(_ text: Substring) throws -> String {
        if text.first != "\"" {
            #expect(!text.isEmpty && !text.contains { " =\"\\".contains($0) })
            return String(text)
        }
        return try JSONDecoder().decode([String].self, from: Data("[\(text)]".utf8))[0]
    }
}
