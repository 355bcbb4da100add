import Foundation
import Glibc
import TestSupport
import Testing

/// More requests that write than may wait.
@Suite struct BusyWriterTests {
    @Test func oneMoreIsToldToComeAgainBeforeItSendsItsBody() async throws {
        try await Installation.withSeeds { installation in
            let head =
                "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
            var clients: [RawConnection] = []
            for _ in 0..<64 {
                let client = try RawConnection(installation.socket)
                client.send(head)
                #expect(client.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100 "))
                clients.append(client)
            }
            let refused = try RawConnection(installation.socket)
            refused.send(head)
            let reply = refused.read(until: "}}")
            #expect(reply.hasPrefix("HTTP/1.1 503 "), "\(reply)")
            #expect(reply.lowercased().contains("\r\nretry-after: 1\r\n"), "\(reply)")
            #expect(reply.contains(#""code":"busy""#), "\(reply)")

            let deletion = try await installation.dateline("delete", "co-20250803-accords")
            #expect(deletion.status == 75, "\(deletion.diagnostics)")
            #expect(try await installation.dateline("count").output == "33\n")

            // The client waits until one of the others is done.
            async let waiting = installation.dateline("index", "-", input: #"{"id":"w","text":"Windy."}"#)
            let body = #"{"id":"r","text":"Rainy."}"#
            try clients[0].send("\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n")
            #expect(try clients[0].read(until: "}").hasPrefix("HTTP/1.1 200 "))
            let run = try await waiting
            #expect(run.status == 0, "\(run.diagnostics)")
            clients = []
            #expect(try await installation.dateline("count").output == "35\n")
        }
    }
}
