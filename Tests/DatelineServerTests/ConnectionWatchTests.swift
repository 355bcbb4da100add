import Glibc
import Hummingbird
import Logging
import NIOPosix
import SearchIndex
import Synchronization
import TestSupport
import Testing

@testable import DatelineServer

/// Clients that go away while their request is worked on, over a real socket.
@Suite struct ConnectionWatchTests {
    /// Works on each request until its connection is gone, or told to end.
    private final class Worker: HTTPResponder {
        typealias Context = ConnectionContext
        private let state = Mutex((started: 0, stopped: 0, mayEnd: false))

        var started: Int { state.withLock { $0.started } }
        var stopped: Int { state.withLock { $0.stopped } }
        func end() { state.withLock { $0.mayEnd = true } }

        func respond(to request: Request, context: ConnectionContext) async throws -> Response {
            state.withLock { $0.started += 1 }
            while !context.cancellation.isCancelled, !state.withLock({ $0.mayEnd }) {
                try await Task.sleep(for: .milliseconds(2))
            }
            if context.cancellation.isCancelled { state.withLock { $0.stopped += 1 } }
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "done")))
        }
    }

    @Test func aClientThatLeavesStopsItsRequestAndNoOther() async throws {
        try await Self.withServer { worker, path in
            let stays = try Self.connect(path, sending: 1)
            let leaves = try Self.connect(path, sending: 1)
            #expect(try await Self.becomesTrue { worker.started == 2 })
            close(leaves)
            #expect(try await Self.becomesTrue { worker.stopped == 1 })
            worker.end()
            #expect(Self.reply(stays).hasSuffix("done"))
            #expect(worker.stopped == 1)
            close(stays)
        }
    }

    /// More requests at once than are read ahead: nothing is read any more when the client leaves.
    @Test func aClientThatLeavesIsNoticedWhileNothingIsRead() async throws {
        try await Self.withServer { worker, path in
            let leaves = try Self.connect(path, sending: 2_000)
            #expect(try await Self.becomesTrue { worker.started == 1 })
            close(leaves)
            #expect(try await Self.becomesTrue { worker.stopped >= 1 })
        }
    }

    /// `nc -N` and `socat` end what they send and wait for the answer.
    @Test func aClientThatEndsWhatItSendsGetsItsAnswer() async throws {
        try await Self.withServer { worker, path in
            let client = try Self.connect(path, sending: 1)
            shutdown(client, Int32(SHUT_WR))
            #expect(try await Self.becomesTrue { worker.started == 1 })
            try await Task.sleep(for: .milliseconds(50))
            worker.end()
            #expect(Self.reply(client).contains("done"))
            #expect(worker.stopped == 0)
            close(client)
        }
    }

    private static func withServer(_ body: (Worker, String) async throws -> Void) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let worker = Worker()
            let path = folder + "/s"
            var logger = Logger(label: "test")
            logger.logLevel = .error
            let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let listening = Flag()
            let application = Daemon.application(
                worker, at: .unixDomainSocket(path: path), on: loop, logger: logger
            ) { listening.raise() }
            let server = Task { await Daemon.serve([application], drain: .seconds(30), on: loop, logger: logger) }
            #expect(try await becomesTrue { listening.isRaised })
            do { try await body(worker, path) } catch { Issue.record("\(error)") }
            worker.end()
            server.cancel()
            _ = await server.value
            try await loop.shutdownGracefully()
        }
    }

    private final class Flag: Sendable {
        private let raised = Atomic(false)
        func raise() { raised.store(true, ordering: .relaxed) }
        var isRaised: Bool { raised.load(ordering: .relaxed) }
    }

    private static func connect(_ path: String, sending count: Int) throws -> Int32 {
        let client = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(client, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(connected == 0)
        let request = [[UInt8]](repeating: Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), count: count)
        let bytes = Array(request.joined())
        // Not blocking: what the server does not take is not needed.
        _ = send(client, bytes, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
        return client
    }

    /// All that arrives up to the answer's end, or that of the connection.
    private static func reply(_ client: Int32) -> String {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while !text.hasSuffix("done") {
            let count = read(client, &buffer, buffer.count)
            if count <= 0 { break }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return text
    }

    private static func becomesTrue(_ condition: () -> Bool) async throws -> Bool {
        for _ in 0..<12_000 {
            if condition() { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}
