import Foundation
import Glibc
import TestSupport
import Testing

/// A daemon that is killed again and again while articles come in.
@Suite(.enabled(if: TestSupport.installedProgram("xapian-check") != nil, "xapian-check is not installed"))
struct KillTests {
    /// How often; `make soak` says 200.
    private static let kills = ProcessInfo.processInfo.environment["DATELINE_KILLS"].flatMap { Int($0) } ?? 8

    @Test func whatWasAcknowledgedIsThereWithItsExactText() async throws {
        try await Installation.with { installation in
            var random = SplitMix(seed: 77)
            // What each article's text may be: that of its last acknowledged version, or of one sent after.
            var texts: [String: Set<String>] = [:]
            var acknowledged: Set<String> = []
            var sent = 0
            for _ in 0..<Self.kills {
                let daemon = try installation.startDaemon()
                #expect(try await installation.daemonListens())
                let delay = Int.random(in: 0...400, using: &random)
                let killer = try RunningProgram(
                    "/bin/sh", ["-c", "sleep \(Double(delay) / 1_000); kill -9 \(daemon.processID)"])
                let connection = try RawConnection(installation.socket)
                var touched: Set<String> = []
                while true {
                    sent += 1
                    let id = "k/\(Int.random(in: 0..<300, using: &random))"
                    let text = Self.text(sent, &random)
                    texts[id, default: []].insert(text)
                    touched.insert(id)
                    guard connection.send(Self.post(id, text)) else { break }
                    let reply = connection.reply()
                    guard reply.hasPrefix("HTTP/1.1 200 "), reply.hasSuffix("}") else { break }
                    #expect(reply.contains(#""errors":[]"#), "\(reply)")
                    texts[id] = [text]
                    acknowledged.insert(id)
                }
                _ = try await killer.end()
                _ = try await daemon.end()
                let checker = try #require(TestSupport.installedProgram("xapian-check"))
                let check = try await ProgramRun.of(checker, [installation.index + "/db"])
                #expect(check.status == 0, "\(check.output)")
                try await verify(installation, touched, texts, acknowledged)
            }
            #expect(sent > Self.kills * 3)
            try await verify(installation, Set(texts.keys), texts, acknowledged)
        }
    }

    /// Each of `ids` has one of its texts, whole; one that was acknowledged is there.
    private func verify(
        _ installation: Installation, _ ids: Set<String>, _ texts: [String: Set<String>], _ acknowledged: Set<String>
    ) async throws {
        let daemon = try installation.startDaemon()
        #expect(try await installation.daemonListens())
        let connection = try RawConnection(installation.socket)
        for id in ids {
            connection.send("GET /v1/articles/\(id) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let reply = connection.reply()
            if reply.hasPrefix("HTTP/1.1 404 ") {
                #expect(!acknowledged.contains(id), "\(id) is lost")
                continue
            }
            let body = Data(reply.drop { $0 != "{" }.utf8)
            let article = try JSONSerialization.jsonObject(with: body) as? [String: Any]
            let text = try #require((article?["article"] as? [String: Any])?["text"] as? String, "\(reply)")
            #expect(texts[id]?.contains(text) == true, "\(id): \(text)")
        }
        kill(daemon.processID, SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    /// Text of a few passages, no two alike.
    private static func text(_ number: Int, _ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...6, using: &random)).map { passage in
            "Version \(number), part \(passage): "
                + (0..<40).map { _ in "w\(Int.random(in: 0..<5_000, using: &random))" }
                .joined(separator: " ") + "."
        }.joined(separator: "\n\n")
    }

    private static func post(_ id: String, _ text: String) -> String {
        let body = #"{"id":"\#(id)","text":"\#(text.replacing("\n", with: "\\n"))"}"# + "\n"
        return "POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
