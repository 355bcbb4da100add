import DatelineAPI
import DatelineClient
import Glibc
import NIOCore
import Synchronization
import TestSupport
import Testing

/// Over real sockets.
@Suite struct ConnectionTests {
    private func serve(
        _ answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer,
        body: (TestServer, String) async throws -> Void
    ) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            try await TestServer.run(folder + "/s", answer: answer) { try await body($0, folder + "/s") }
        }
    }

    @Test func manyRequestsOnOneConnection() async throws {
        try await serve {
            .reply(200, $0.method + " " + $0.target + " " + $0.text)
        } body: { server, socket in
            let connection = try await Connection.open(socket)
            for number in 0..<20 {
                let reply = try await connection.send(HTTPRequest(.get, "/v1/search?q=\(number)"))
                #expect(reply == HTTPReply(status: 200, body: Array("GET /v1/search?q=\(number) ".utf8)))
            }
            let posted = try await connection.send(
                HTTPRequest(.post, "/p", contentType: "text/plain", body: ByteBuffer(string: "hello")))
            #expect(posted.body == Array("POST /p hello".utf8))
            #expect(server.asked.last?.contentType == "text/plain")
            #expect(server.connections == 1)
        }
    }

    @Test func aBusyDaemonIsAskedAgain() async throws {
        let asked = Mutex(0)
        try await serve { _ in
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            return number < 4 ? .reply(503, "{}", headers: ["Retry-After": "0"]) : .reply(200, "at last")
        } body: { server, socket in
            let daemon = Daemon(.init(socket: socket, launcher: nil))
            let reply = try await daemon.exchange(HTTPRequest(.get, "/v1/count"))
            #expect(reply.status == 200 && server.asked.count == 4)
        }
    }

    /// One that names no time is not asked again.
    @Test func aRefusalWithoutATimeIsFinal() async throws {
        try await serve { _ in
            .reply(503, "{}")
        } body: { server, socket in
            let daemon = Daemon(.init(socket: socket, launcher: nil))
            let reply = try await daemon.exchange(HTTPRequest(.get, "/v1/count"))
            #expect(reply.status == 503)
            #expect(server.asked.count == 1)
        }
    }

    @Test func bigBodiesBothWays() async throws {
        try await serve {
            .reply(200, $0.text)
        } body: { _, socket in
            let text = String(repeating: "0123456789abcdef", count: 1 << 19)
            let reply = try await Connection.open(socket).send(
                HTTPRequest(.post, "/", body: ByteBuffer(string: text)))
            #expect(reply.body == Array(text.utf8))
        }
    }

    @Test func aDaemonThatVanishesMidReply() async throws {
        for bytes in [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half", "HTTP/1.1 200", "", "what is this?\r\n\r\n",
        ] {
            try await serve { _ in
                .bytes(bytes)
            } body: { _, socket in
                let error = await #expect(throws: ClientError.self) {
                    try await Connection.open(socket).send(HTTPRequest(.get, "/"))
                }
                #expect(error?.code == .connectionLost)
                #expect(error?.exitStatus == .noDaemon)
            }
        }
    }

    @Test func nobodyListens() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let error = await #expect(throws: ClientError.self) { try await Connection.open(folder + "/s") }
            #expect(error?.exitStatus == .noDaemon)
            // A stale socket: bound once, its owner gone. Nobody ever listened on it, so that no program that another
            // test starts at this moment can keep it alive.
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array((folder + "/stale").utf8)) }
            let owner = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let bound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(owner, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            #expect(bound == 0 && close(owner) == 0)
            let stale = await #expect(throws: ClientError.self) { try await Connection.open(folder + "/stale") }
            #expect(stale?.exitStatus == .noDaemon)
        }
        let long = "/" + String(repeating: "x", count: 200)
        let error = await #expect(throws: ClientError.self) { try await Connection.open(long) }
        #expect(error?.exitStatus == .usage)
    }

    @Test(.disabled(if: geteuid() == 0, "root may use every socket"))
    func aSocketOfSomebodyElse() async throws {
        try await serve { _ in
            .never
        } body: { _, socket in
            #expect(chmod(socket, 0) == 0)
            let error = await #expect(throws: ClientError.self) { try await Connection.open(socket) }
            #expect(error?.exitStatus == .permission)
        }
    }

    @Test func aTimeLimit() async throws {
        try await serve { _ in
            .never
        } body: { _, socket in
            let error = await #expect(throws: ClientError.self) {
                try await Connection.open(socket).send(HTTPRequest(.get, "/"), timeout: .milliseconds(50))
            }
            #expect(error?.code == .connectionLost)
        }
    }

    @Test func anIdleConnectionThatWasClosedIsReplaced() async throws {
        try await serve { _ in
            .replyAndClose(200, "{}")
        } body: { server, socket in
            let daemon = Daemon(Daemon.Address(socket: socket, launcher: nil))
            for _ in 0..<5 {
                let reply = try await daemon.exchange(HTTPRequest(.get, "/"))
                #expect(reply.status == 200)
            }
            #expect(server.asked.count == 5)
            #expect(server.connections == 5)
        }
    }

    @Test func errorsAndRepliesThatAreNotOurs() async throws {
        let error = #"{"error":{"code":"stale_cursor","message":"m"}}"#
        try await serve {
            $0.target == "/stale" ? .reply(409, error) : .reply(200, "<html>")
        } body: { _, socket in
            let daemon = Daemon(Daemon.Address(socket: socket, launcher: nil))
            let stale = await #expect(throws: ClientError.self) {
                try await daemon.fetch(HealthReply.self, HTTPRequest(.get, "/stale"))
            }
            #expect(stale?.exitStatus == .staleCursor)
            let foreign = await #expect(throws: ClientError.self) {
                try await daemon.fetch(HealthReply.self, HTTPRequest(.get, "/healthz"))
            }
            #expect(foreign?.code == .badReply)
        }
    }
}
