import Foundation
import Glibc
import TestSupport
import Testing

/// Clients and systems that make it hard.
@Suite struct StrainTests {
    private let health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

    @Test func fiveHundredConnectionsAreAllAnswered() async throws {
        try await Installation.withSeeds { installation in
            // This process needs as many descriptors.
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
            let count = min(500, Int(clamping: limit.rlim_cur) / 2)
            let connections = try (0..<count).map { _ in try RawConnection(installation.socket) }
            for connection in connections {
                connection.send("GET /v1/search?q=accords&facet=person HTTP/1.1\r\nHost: localhost\r\n\r\n")
            }
            for connection in connections {
                let reply = connection.reply()
                #expect(reply.hasPrefix("HTTP/1.1 200 ") || reply.hasPrefix("HTTP/1.1 503 "), "\(reply.prefix(80))")
            }
            #expect(try await installation.dateline("count").output == "33\n")
        }
    }

    @Test func itLivesWithSixtyFourDescriptors() async throws {
        try await Installation.with { installation in
            let daemon = try RunningProgram(
                "/bin/sh", ["-c", "ulimit -n 64; exec \"$0\"", TestSupport.program("datelined")],
                environment: installation.environment)
            #expect(try await installation.daemonListens())
            #expect(try await installation.dateline("index", TestSupport.checkout + "seeds").status == 0)
            for _ in 0..<3 {
                // More than it can have: some wait, are told, or are closed; none brings it down.
                let connections = try (0..<100).map { _ in try RawConnection(installation.socket) }
                for connection in connections { connection.send(health) }
                #expect(connections[0].reply().hasPrefix("HTTP/1.1 200 "))
            }
            #expect(try await installation.daemonListens())
            #expect(try await installation.dateline("count").output == "33\n")
            let article = try installation.write("One more article.", to: "more.txt")
            #expect(try await installation.dateline("index", article).status == 0)
            #expect(try await installation.dateline("count").output == "34\n")
            #expect(installation.daemonID == daemon.processID)
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    /// A body that never ends holds up the end for so long as the settings say, and the articles before it are kept.
    @Test func aBodyThatNeverEndsDoesNotHoldUpTheEnd() async throws {
        try await Installation.with { installation in
            try installation.write("drain_seconds = 1", to: "config")
            let daemon = try installation.startDaemon("--config", installation.folder + "/config")
            #expect(try await installation.daemonListens())
            let owing = try RawConnection(installation.socket)
            owing.send(
                "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",")
            #expect(try await installation.dateline("status").status == 0)
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
            #expect(try await installation.dateline("count").output == "1\n")
        }
    }
}
