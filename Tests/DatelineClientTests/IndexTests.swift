import DatelineAPI
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
        files: [String: String], answer: @escaping @Sendable (TestServer.Asked) -> TestServer.Answer
    ) async throws -> CommandRun {
        try await CommandRun.of(
            make: { folder in
                for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
                return IndexInvocation(
                    paths: paths.map { "\(folder)/\($0)" }, base: base ? folder : nil, inputFormat: inputFormat,
                    options: try OutputOptions(format: format))
            },
            answer: { Self.isHealth($0) ? .reply(200, Self.health) : answer($0) })
    }

    @Test func aFolderGoesInOneRequestAndLinesInAnother() async throws {
        let run = try await index(
            base: true,
            files: ["a.txt": "one", "b.html": "<p>two", "c.ndjson": "{}\n{}\n", "d.jpg": "x"]
        ) { _ in .reply(200, Self.reply(received: 2, added: 2)) }
        #expect(run.status == .success)
        #expect(run.output == "")
        #expect(run.diagnostics.hasPrefix("indexed 4 articles (4 new, 0 replaced, 0 unchanged), 8 passages in "))
        #expect(run.diagnostics.hasSuffix(" s; 1 file of other kinds skipped\n"))
        let lines = try #require(run.asked.first { $0.target.contains("?") })
        #expect(lines.target == "/v1/articles?name=c.ndjson&first_line=1")
        #expect(lines.contentType == "application/x-ndjson")
        #expect(lines.text == "{}\n{}\n")
        let files = try #require(run.asked.first { $0.target == "/v1/articles" })
        let type = try #require(files.contentType)
        let boundary = try #require(type.split(separator: "boundary=").last)
        #expect(
            files.text == """
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

    @Test func aBusyDaemonIsAskedAgain() async throws {
        let calls = Mutex(0)
        let run = try await index(files: ["a.txt": "1"]) { _ in
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            let busy = #"{"error":{"code":"busy","message":"m"}}"#
            return call < 3
                ? .reply(503, busy, headers: ["Retry-After": "0"]) : .reply(200, Self.reply(received: 1, added: 1))
        }
        #expect(run.status == .success)
        #expect(run.asked.count == 4)
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
        #expect(run.diagnostics.contains("dateline: c.txt.gz: this is not a whole gzip file\n"))
        let lines = try #require(run.asked.first { $0.target.contains("?") })
        #expect(lines.target == "/v1/articles?name=a.ndjson.gz&first_line=1")
        #expect(lines.text == "{\"id\":1}\n{\"id\":2}")
        let file = try #require(run.asked.first { $0.target == "/v1/articles" })
        #expect(file.text.contains("filename=\"b.txt.gz\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ntext\r\n"))
        #expect(!file.text.contains("c.txt.gz"))
    }

    @Test func batchesAreBounded() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            for number in 100..<130 { try write(String(repeating: "x", count: 100), to: "\(folder)/\(number).txt") }
            try write(String(repeating: "y", count: 3000), to: "\(folder)/long.txt")
            try write(String(repeating: "z", count: 5001), to: "\(folder)/toolong.txt")
            try write(String(repeating: "{}\n", count: 1000), to: "\(folder)/lines.ndjson")
            var limits = IngestLimits()
            limits.request = 1000
            limits.filesInRequest = 3
            limits.longest = 5000
            limits.chunk = 64
            let environment = UserEnvironment(variables: [:], userID: 7, workingFolder: "/")
            let source = BatchSource(
                try InputPaths([folder], base: folder, environment: environment), inputFormat: nil, limits: limits)
            var names: [String] = []
            var lines = 0
            var failures: [IngestError] = []
            while let step = await source.next() {
                switch step {
                case .failure(let error): failures.append(error)
                case .batch(let batch):
                    let size = batch.request.body?.readableBytes ?? 0
                    #expect(size <= 1100 || batch.names == ["long.txt"])
                    #expect(batch.names.count <= 3)
                    if batch.names == ["lines.ndjson"] {
                        #expect(batch.request.target.hasSuffix("&first_line=\(lines + 1)"))
                        lines += size / 3
                    } else {
                        names += batch.names
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
