import DatelineAPI
import TestSupport
import Testing

@testable import DatelineClient

@Suite struct DirectConnectionTests {
    /// Sends a request to a server that answers it with these bytes and closes.
    private func reply(to bytes: String) async throws -> HTTPReply {
        var reply = HTTPReply(status: 0, body: [])
        try await TestSupport.withTemporaryFolder { folder in
            try await TestServer.run(folder + "/s", answer: { _ in .bytes(bytes) }) { _ in
                reply = try DirectConnection(folder + "/s").send(HTTPRequest(.get, "/"))
            }
        }
        return reply
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcd", 200, "abc"),
        (
            "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0a;x=y\r\n0123456789\r\n0\r\nT: x\r\n\r\n",
            404,
            "ab0123456789"
        ),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, ""),
        ("HTTP/1.0 200 OK\r\n\r\nup to the end", 200, "up to the end"),
        ("HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
    ])
    func everyFormOfAReply(_ bytes: String, _ status: Int, _ body: String) async throws {
        let reply = try await reply(to: bytes)
        #expect(reply.status == status)
        #expect(String(decoding: reply.body, as: UTF8.self) == body)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 99 No\r\n\r\n", "SSH-2.0-x\r\n\r\n",
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
    ])
    func whatIsNoReply(_ bytes: String) async throws {
        let error = await #expect(throws: ClientError.self) { _ = try await reply(to: bytes) }
        #expect(error?.code == .connectionLost)
        #expect(error?.exitStatus == .noDaemon)
    }

    @Test func aReplyThatIsTooLongIsRefused() async throws {
        let error = await #expect(throws: ClientError.self) {
            _ = try await reply(to: "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
        }
        #expect(error?.code == .badReply)
    }

    /// A completion does not wait for a daemon that does not answer.
    @Test func aTimeLimit() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try await TestServer.run(folder + "/s", answer: { _ in .never }) { _ in
                let connection = try DirectConnection(folder + "/s", timeLimit: .milliseconds(50))
                let error = #expect(throws: ClientError.self) { try connection.send(HTTPRequest(.get, "/")) }
                #expect(error?.code == .connectionLost)
                #expect(!connection.isOpen)
            }
        }
    }

    @Test func nobodyListens() throws {
        try TestSupport.withTemporaryFolder { folder in
            for (socket, status) in [(folder + "/s", 4), (folder + "/" + String(repeating: "x", count: 200), 2)] {
                let error = #expect(throws: ClientError.self) { try DirectConnection(socket) }
                #expect(error?.exitStatus.rawValue == Int32(status))
            }
        }
    }
}
