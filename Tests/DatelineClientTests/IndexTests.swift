import DatelineAPI
import Foundation
import Glibc
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import DatelineClient

/// `dateline index` against a real socket.
@Suite struct IndexTests {
    private static let health = #"{"index":{"revision":1,"uuid":"u"},"schema":1,"status":"ok","took_ms":0}"#

    private static func reply(
        received: Int, added: Int, errors: [IngestError] = [], omitted: Int = 0
    ) -> String {
        let reply = IngestReply(
            index: Samples.index, tookMs: 1, received: received, added: added, replaced: 0, unchanged: 0,
            passages: added * 2, errors: errors, errorsOmitted: omitted)
        return (try? JSON.encode(reply)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func isHealth(_ asked: TestServer.Asked) -> Bool { asked.target == "/healthz" }

    private func index(
        _ paths: [String] = [""], format: OutputFormat = .text, base: Bool = false,
        inputFormat: InputFormat? = nil,
        files: [String: String], early: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer? = { _ in nil },
        answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer
    ) async throws -> CommandRun {
        try await CommandRun.of(
            make: { folder in
                for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
                return IndexInvocation(
                    paths: paths.map { "\(folder)/\($0)" }, base: base ? folder : nil, inputFormat: inputFormat,
                    options: try OutputOptions(format: format))
            },
            answer: { Self.isHealth($0) ? .reply(200, Self.health) : answer($0) },
            early: { Self.isHealth($0) ? nil : early($0) })
    }

    @Test func warningsArePrintedAndAddedUpAndNoFailure() async throws {
        var reply = IngestReply(
            index: Samples.index, tookMs: 1, received: 1, added: 1, replaced: 0, unchanged: 0, passages: 1)
        reply.warnings = [IngestError(name: "a.txt", id: "a.txt", code: "recognizer_ended", message: "m", hint: "h")]
        reply.warningsOmitted = 2
        let answer = String(decoding: JSON.write(reply), as: UTF8.self)
        let run = try await index(format: .json, files: ["a.txt": "one"]) { _ in .reply(200, answer) }
        #expect(run.status == .success)
        #expect(run.diagnostics == "dateline: a.txt: warning: m (h)\ndateline: and 2 warnings more\n")
        let sum = try JSON.decode(IngestReply.self, from: Array(run.output.utf8))
        #expect(sum.warnings == reply.warnings && sum.warningsOmitted == 2)
    }

    @Test func filesAndLinesGoInOneRequest() async throws {
        let run = try await index(
            base: true,
            files: ["a.txt": "one", "b.html": "<p>two", "c.ndjson": "{}\n{}\n", "d.jpg": "x"]
        ) { _ in .reply(200, Self.reply(received: 4, added: 4)) }
        #expect(run.status == .success)
        #expect(run.output == "")
        #expect(run.diagnostics.hasPrefix("indexed 4 articles (4 new, 0 replaced, 0 unchanged), 8 passages in "))
        #expect(run.diagnostics.hasSuffix(" s; 1 file of other kinds skipped\n"))
        #expect(run.asked.map(\.target) == ["/healthz", "/v1/articles"])
        let request = try #require(run.asked.last)
        let type = try #require(request.contentType)
        let boundary = try #require(type.split(separator: "boundary=").last)
        #expect(
            request.text == """
                --\(boundary)\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                one\r
                --\(boundary)\r
                Content-Disposition: form-data; name="file"; filename="b.html"\r
                Content-Type: text/html\r
                \r
                <p>two\r
                --\(boundary)\r
                Content-Disposition: form-data; name="file"; filename="c.ndjson"; first-line="1"\r
                Content-Type: application/x-ndjson\r
                \r
                {}
                {}
                \r
                --\(boundary)--\r

                """)
    }

    @Test func errorsAreReportedAndTheRestGoesIn() async throws {
        let error = IngestError(name: "c.ndjson", line: 3, code: "invalid_json", message: "m", hint: "h")
        let run = try await index(
            ["c.ndjson", "none.txt"], format: .json, files: ["c.ndjson": "{}\n"]
        ) { _ in .reply(422, Self.reply(received: 3, added: 2, errors: [error], omitted: 4)) }
        #expect(run.status == .partial)
        #expect(run.diagnostics.contains("dateline: c.ndjson:3: m (h)\n"))
        #expect(run.diagnostics.contains("dateline: and 4 errors more\n"))
        #expect(run.diagnostics.contains("/none.txt: cannot read it: No such file or directory\n"))
        let sum = try JSON.decode(IngestReply.self, from: Array(run.output.utf8))
        #expect(sum.added == 2)
        #expect(sum.errors.count == 2)
        #expect(sum.errorsOmitted == 4)
        #expect(sum.index == Samples.index)
    }

    @Test func aRequestThatIsRefusedNamesItsFiles() async throws {
        let run = try await index(base: true, files: ["a.txt": "1", "b.txt": "2"]) { _ in
            .reply(413, #"{"error":{"code":"too_large","message":"m"}}"#)
        }
        #expect(run.status == .partial)
        #expect(run.diagnostics.hasPrefix("dateline: a.txt: m\ndateline: b.txt: m\n"))
    }

    /// It refuses before it has the body, so that nothing has to be read twice.
    @Test func aBusyDaemonIsAskedAgain() async throws {
        let calls = Mutex(0)
        let run = try await index(
            files: ["a.txt": "1"],
            early: { asked in
                let call = calls.withLock { calls in
                    calls += asked.body.isEmpty ? 1 : 0
                    return calls
                }
                return call < 3
                    ? .reply(503, #"{"error":{"code":"busy","message":"m"}}"#, headers: ["Retry-After": "0"]) : nil
            },
            answer: { _ in .reply(200, Self.reply(received: 1, added: 1)) })
        #expect(run.status == .success)
        #expect(run.asked.map(\.parts.count) == [0, 0, 0, 1])
    }

    @Test func aRefusalBeforeTheFirstPartEndsIt() async throws {
        let run = try await index(
            files: ["a.txt": "1"],
            early: { _ in .reply(503, #"{"error":{"code":"closing","message":"m"}}"#) },
            answer: { _ in .never })
        #expect(run.error?.exitStatus == .tryAgain)
        #expect(run.asked.map(\.text) == ["", ""])
    }

    /// Answered in the middle of a body that the server does not read on: the client must not go on writing.
    @Test(arguments: [(413, "too_large"), (503, "storage")])
    func anAnswerInTheMiddleStopsTheBody(_ status: Int, _ code: String) async throws {
        let line = #"{"text":"\#(String(repeating: "x", count: 1000))"}"# + "\n"
        let run = try await index(
            ["c.ndjson"], base: true, files: ["c.ndjson": String(repeating: line, count: 9_000)],
            early: { asked in
                asked.body.count > 1 << 20 ? .reply(status, #"{"error":{"code":"\#(code)","message":"m"}}"#) : nil
            },
            answer: { _ in .reply(200, Self.reply(received: 1, added: 1)) })
        let read = try #require(run.asked.dropFirst().first).body.count
        #expect(read < 2 << 20)
        if status == 413 {
            // What was sent counts as refused; the rest is tried.
            #expect(run.status == .partial)
            #expect(run.diagnostics.hasPrefix("dateline: c.ndjson: m\n"))
            #expect(run.asked.count > 2)
        } else {
            #expect(run.error?.code.rawValue == "storage")
            #expect(run.error?.exitStatus == .tryAgain)
            #expect(run.asked.count == 2)
        }
    }

    @Test func aConnectionLostInTheMiddle() async throws {
        let line = #"{"text":"\#(String(repeating: "x", count: 1000))"}"# + "\n"
        let run = try await index(
            ["c.ndjson"], files: ["c.ndjson": String(repeating: line, count: 9_000)],
            early: { $0.body.count > 1 << 20 ? .bytes("") : nil }, answer: { _ in .never })
        #expect(run.error?.code == .connectionLost)
        #expect(run.error?.exitStatus == .noDaemon)
        #expect(run.error?.hint == "see its log; the same command again skips what is in the index already")
    }

    /// A pipe that falls silent: what came is committed, and the lines go on counting in the next request.
    @Test func aSilentProducerEndsTheRequest() async throws {
        let replied = Mutex(false)
        let run = try await CommandRun.of(
            make: { folder in
                #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
                Thread.detachNewThread {
                    let file = open("\(folder)/pipe", O_WRONLY)
                    _ = write(file, "{}\n{}\n{\"id\"", 11)
                    // Until the first two lines are acknowledged, no more comes.
                    for _ in 0..<12_000 where !replied.withLock({ $0 }) { usleep(10_000) }
                    _ = write(file, ":1}\n{}", 6)
                    close(file)
                }
                return IndexInvocation(
                    paths: ["\(folder)/pipe"], base: folder, inputFormat: .ndjson, options: try OutputOptions())
            },
            answer: {
                if Self.isHealth($0) { return .reply(200, Self.health) }
                replied.withLock { $0 = true }
                let lines = $0.text.count { $0 == "}" }
                return .reply(200, Self.reply(received: lines, added: lines))
            })
        #expect(run.status == .success)
        let header = "Content-Disposition: form-data; name=\"file\"; filename=\"pipe\"; first-line="
        let type = "\r\nContent-Type: application/x-ndjson\r\n\r\n"
        let parts = run.asked.dropFirst().flatMap(\.parts)
        #expect(parts.first == "\(header)\"1\"\(type){}\n{}\n")
        // On a busy machine the pipe may fall silent once more before it is closed.
        let rest = [
            ["\(header)\"3\"\(type){\"id\":1}\n{}"],
            ["\(header)\"3\"\(type){\"id\":1}\n", "\(header)\"4\"\(type){}"],
        ]
        #expect(rest.contains(Array(parts.dropFirst())), "\(parts)")
        #expect(run.diagnostics.hasPrefix("indexed 4 articles"))
    }

    @Test func aDaemonThatCannotWriteIsNotAskedAgain() async throws {
        let error = IngestError(name: "a.txt", code: "storage", message: "the disk is full")
        let run = try await index(files: ["a.txt": "1"]) { _ in
            .reply(503, Self.reply(received: 1, added: 0, errors: [error]))
        }
        #expect(run.status == .partial)
        #expect(run.diagnostics.hasPrefix("dateline: a.txt: the disk is full\n"))
        #expect(run.asked.count == 2)
    }

    @Test func noPermissionEndsIt() async throws {
        let run = try await index(files: ["a.txt": "1", "b.ndjson": "{}"]) { _ in
            .reply(403, #"{"error":{"code":"role","message":"m"}}"#)
        }
        #expect(run.error?.exitStatus == .permission)
    }

    @Test func nothingToIndex() async throws {
        let run = try await index(files: ["a.jpg": "1"]) { _ in .never }
        #expect(run.status == .nothing)
        #expect(run.diagnostics == "dateline: there is nothing to index\n")
    }

    @Test func compressedFilesAndBrokenOnes() async throws {
        let run = try await CommandRun.of(
            make: { folder in
                try write("{\"id\":1}\n{\"id\":2}", to: "\(folder)/a.ndjson")
                try write("text", to: "\(folder)/b.txt")
                #expect(gzip("\(folder)/a.ndjson") == 0)
                #expect(gzip("\(folder)/b.txt") == 0)
                try write("this is not gzip", to: "\(folder)/c.txt.gz")
                return IndexInvocation(paths: [folder], base: folder, inputFormat: nil, options: try OutputOptions())
            },
            answer: { Self.isHealth($0) ? .reply(200, Self.health) : .reply(200, Self.reply(received: 1, added: 1)) })
        #expect(run.status == .partial)
        #expect(run.diagnostics.contains("dateline: c.txt.gz: this is not a whole gzip or zstd file\n"))
        let disposition = "Content-Disposition: form-data; name=\"file\"; filename="
        #expect(
            try #require(run.asked.last).parts == [
                "\(disposition)\"a.ndjson.gz\"; first-line=\"1\"\r\nContent-Type: application/x-ndjson\r\n\r\n"
                    + "{\"id\":1}\n{\"id\":2}",
                "\(disposition)\"b.txt.gz\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ntext",
            ])
    }

    @Test func piecesAreBounded() throws {
        try TestSupport.withTemporaryFolder { folder in
            for number in 100..<130 { try write(String(repeating: "x", count: 100), to: "\(folder)/\(number).txt") }
            try write(String(repeating: "y", count: 3000), to: "\(folder)/long.txt")
            try write(String(repeating: "z", count: 5001), to: "\(folder)/toolong.txt")
            try write(String(repeating: "{}\n", count: 1000), to: "\(folder)/lines.ndjson")
            var limits = IngestLimits()
            limits.piece = 1000
            limits.longest = 5000
            limits.chunk = 64
            let environment = UserEnvironment(variables: [:], userID: 7, workingFolder: "/")
            var source = PartSource(
                try InputPaths([folder], base: folder, environment: environment), inputFormat: nil, limits: limits)
            var names: [String] = []
            var lines = 0
            var failures: [IngestError] = []
            while let step = source.next() {
                switch step {
                case .failure(let error): failures.append(error)
                case .pause: Issue.record("files do not pause")
                case .piece(let piece):
                    let text = String(buffer: piece.bytes)
                    #expect(text.utf8.count <= 1200 || piece.names == ["long.txt"])
                    if piece.names == ["lines.ndjson"] {
                        #expect(text.contains("; first-line=\"\(lines + 1)\"\r\n"))
                        lines += text.count(where: { $0 == "}" })
                    } else {
                        names += piece.names
                    }
                }
            }
            #expect(names == (100..<130).map { "\($0).txt" } + ["long.txt"])
            #expect(lines == 1000)
            #expect(failures.map(\.name) == ["toolong.txt"])
            #expect(failures.map(\.code) == ["too_large"])
        }
    }

    /// Compresses a file in place and returns gzip's exit status.
    private func gzip(_ path: String) -> Int32 {
        var processID: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("gzip"), strdup(path), nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawnp(&processID, "gzip", nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = -1
        waitpid(processID, &status, 0)
        return status
    }
}
