import DatelineAPI
import Hummingbird
import Logging
import NIOPosix
import Synchronization
import TestSupport
import Testing

@testable import DatelineServer

/// Bytes that are no HTTP request, over a real socket.
@Suite struct MalformedRequestTests {
    private struct Greeter: HTTPResponder {
        typealias Context = ConnectionContext

        func respond(to request: Request, context: ConnectionContext) async throws -> Response {
            JSONResponse.error(APIError(.notFound, code: "hello", "hello"))
        }
    }

    @Test(arguments: [
        ("nonsense\r\n\r\n", "400 Bad Request", "bad_request"),
        ("GET / HTTP/1.1\r\nHost: a\r\nbroken\u{1}header\r\n\r\n", "400 Bad Request", "bad_request"),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", "400 Bad Request", "bad_request"),
        (
            "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n",
            "431 Request Header Fields Too Large", "head_too_large"
        ),
        (
            "GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\n\r\n", "431 Request Header Fields Too Large",
            "head_too_large"
        ),
    ])
    func theyAreAnsweredAsAllErrorsAre(_ bytes: String, _ status: String, _ code: String) async throws {
        try await Self.withServer { path in
            let client = try UnixSocket.connected(to: path)
            client.send(bytes)
            let reply = client.rest()
            #expect(reply.hasPrefix("HTTP/1.1 \(status)\r\n"), "\(reply)")
            #expect(reply.contains("\r\ncontent-type: application/json\r\n"))
            #expect(reply.contains("\r\n\r\n{\"error\":{\"code\":\"\(code)\""))
        }
    }

    /// The request before has its own answer first.
    @Test func theRequestBeforeIsAnsweredFirst() async throws {
        try await Self.withServer { path in
            let client = try UnixSocket.connected(to: path)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n")
            let statuses = client.rest().matches(of: #/HTTP/1\.1 (\d+)/#).map(\.1)
            #expect(statuses == ["404", "400"])
        }
    }

    private static func withServer(_ body: (String) async throws -> Void) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let path = folder + "/s"
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let listening = AsyncStream<Void>.makeStream()
            let application = Daemon.application(
                Greeter(), at: .unixDomainSocket(path: path), on: loop, logger: logger
            ) { listening.continuation.finish() }
            let server = Task { await Daemon.serve([application], drain: .seconds(30), on: loop, logger: logger) }
            for await _ in listening.stream {}
            do { try await body(path) } catch { Issue.record("\(error)") }
            server.cancel()
            _ = await server.value
            try await loop.shutdownGracefully()
        }
    }
}
