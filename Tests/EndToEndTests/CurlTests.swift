import TestSupport
import Testing

/// `curl` is a client like any other.
@Suite(.enabled(if: TestSupport.installedProgram("curl") != nil, "curl is not installed"))
struct CurlTests {
    private func curl(_ installation: Installation, _ path: String, _ options: [String] = []) async throws -> ProgramRun
    {
        let program = try #require(TestSupport.installedProgram("curl"))
        return try await ProgramRun.of(
            program, ["-sS", "--unix-socket", installation.socket] + options + ["http://localhost" + path],
            environment: installation.environment)
    }

    @Test(arguments: [
        (
            "/v1/search?q=abraham+accords&facet=person&facet=place:3&limit=3",
            ["search", "--format", "json", "--facet", "person", "--facet", "place:3", "-n", "3", "abraham", "accords"]
        ),
        (
            "/v1/search?q=%22abraham%20accords%22&where=person%3DSteve+Witkoff&since=2024&sort=newest&by=passage",
            [
                "search", "--format", "json", "--where", "person=Steve Witkoff", "--since", "2024", "--sort", "newest",
                "--by",
                "passage", #""abraham accords""#,
            ]
        ),
        ("/v1/count?q=baku", ["count", "--format", "json", "baku"]),
        ("/v1/facets/person?q=accords&limit=5", ["facet", "--format", "json", "-n", "5", "person", "accords"]),
        (
            "/v1/facets/date.month?all_of=person%3D%2A&score=lift&sort=name",
            ["facet", "--format", "json", "--all-of", "person=*", "--score", "lift", "--sort", "name", "date.month"]
        ),
        (
            "/v1/pairs?field=person&field=place&q=accords&min=2&sort=loglikelihood&limit=4",
            [
                "pairs", "--format", "json", "-n", "4", "--min", "2", "--sort", "loglikelihood", "person", "place",
                "accords",
            ]
        ),
        (
            "/v1/timeline?q=accords&every=week&per=100",
            ["timeline", "--format", "json", "--every", "week", "--per", "100", "accords"]
        ),
        (
            "/v1/facets/person?q=accords&versus=nvidia",
            ["facet", "--format", "json", "person", "accords", "--versus", "nvidia"]
        ),
        ("/v1/articles/seeds/wire/accords-talks.txt", ["show", "--format", "json", "seeds/wire/accords-talks.txt"]),
        ("/v1/passages/co-20250803-accords%231", ["show", "--format", "json", "co-20250803-accords#1"]),
    ])
    func itGetsWhatTheClientGets(_ path: String, _ arguments: [String]) async throws {
        try await Installation.withSeeds { installation in
            let ours = try await installation.dateline(arguments)
            #expect(ours.status == 0, "\(ours.diagnostics)")
            let theirs = try await curl(installation, path)
            // The client ends the line.
            #expect(Golden.masked(theirs.output) + "\n" == Golden.masked(ours.output))
            #expect(theirs.output.hasPrefix("{"))
        }
    }

    @Test func itBringsFilesIn() async throws {
        try await Installation.withSeeds { installation in
            try installation.write("Baku is windy.", to: "two words.txt")
            try installation.write("<html><body><p>Ganja is sunny.</p></body></html>", to: #"say "hi" é.html"#)
            let forms = ["two words.txt", #"say \"hi\" é.html"#].flatMap {
                ["-F", "file=@\"\(installation.folder)/\($0)\""]
            }
            let parts = try await curl(installation, "/v1/articles", forms)
            #expect(parts.output.contains(#""added":2,"errors":[]"#), "\(parts.output)")
            let ids = try await installation.dateline(
                "search", "--format", "tsv", "--fields", "article", "windy OR sunny")
            #expect(Set(ids.output.split(separator: "\n")) == ["two words.txt", #"say "hi" é.html"#])

            let body = try await curl(
                installation, "/v1/articles?name=a/b.md", ["--data-binary", "# Sheki\n\nIt snows in Sheki."])
            #expect(body.output.contains(#""added":1"#), "\(body.output)")
            #expect(try await installation.dateline("show", "a/b.md").status == 0)
            let gone = try await curl(installation, "/v1/articles/a%2Fb.md", ["-X", "DELETE"])
            #expect(gone.output.contains(#""deleted":["a/b.md"]"#), "\(gone.output)")
        }
    }

    @Test func namesAreCorrected() async throws {
        try await Installation.withSeeds { installation in
            let path = "/v1/entities/corrections"
            let one = #"{"verb":"retype","name":"organization=Nvidia","into":"misc","line":null}"#
            let added = try await curl(installation, path, ["--data-binary", one]).output
            #expect(added.contains(#""total":1"#) && added.contains(#""into":"misc","name":"organization=Nvidia""#))
            let entities = try await curl(installation, "/v1/entities?q=nvi&type=misc&limit=1").output
            #expect(entities.contains(#""name":"Nvidia","passages":4,"type":"misc""#), "\(entities)")
            for (body, reason) in [
                (
                    #"[{"verb":"hide","name":"misc=A"},{"verb":"hide","name":"organization=Nvidia"}]"#,
                    "correction 2 of 2:"
                ),
                (#"{"verb":"hide"}"#, "invalid_parameter"), (#"{"verb":"hide","nmae":"misc=A"}"#, "unknown_parameter"),
                ("[1]", "invalid_json"), ("", "invalid_json"),
            ] {
                let refused = try await curl(installation, path, ["--data-binary", body]).output
                #expect(refused.hasPrefix(#"{"error":{"code":""#) && refused.contains(reason), "\(body) \(refused)")
            }
            #expect(try await curl(installation, "/v1/entities?colour=red").output.contains("unknown_parameter"))
            #expect(try await curl(installation, path + "/2", ["-X", "DELETE"]).output.contains("no_such_correction"))
            #expect(try await curl(installation, path + "/last", ["-X", "DELETE"]).output.contains(#""total":0"#))
            #expect(try await curl(installation, path).output.contains(#""corrections":[]"#))
        }
    }

    /// The pages of a stream must be of one revision: after a commit it ends with an error, in words.
    @Test func aStreamThatACommitOvertakesSaysSo() async throws {
        try await Installation.with { installation in
            let filler = String(repeating: "the harbor is calm. ", count: 15)
            let lines = (0..<6_500).map { #"{"id":"s/\#($0)","text":"\#(filler)"}"# }
            try installation.write(lines.joined(separator: "\n"), to: "many.ndjson")
            #expect(try await installation.dateline("index", installation.folder + "/many.ndjson").status == 0)
            try installation.write("One more.", to: "more.txt")
            // A page is more than the socket and the pipe hold, so the last ones are asked for after the commit.
            let stream = try await ProgramRun.of(
                "/bin/sh",
                [
                    "-c",
                    #"curl -s --unix-socket "$1" "http://localhost/v1/search?q=harbor&all=true" | "#
                        + #"(head -c 100; "$2" index --socket "$1" "$3" 2>&1; cat)"#,
                    "sh", installation.socket, TestSupport.program("dateline"), installation.folder + "/more.txt",
                ], environment: installation.environment)
            let last = try #require(stream.output.split(separator: "\n").last)
            #expect(last.hasPrefix(#"{"error":{"code":"stale_cursor","#), "\(last.prefix(200))")
            #expect(stream.output.contains("indexed 1 article"))
        }
    }

    /// curl asks before it sends a long body. The daemon says yes, or answers at once.
    @Test func itIsInvitedOrRefusedBeforeTheBody() async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline("status").status == 0)
            let record = #"{"id":"1","text":"Baku."\#(String(repeating: " ", count: 2 << 20))}"#
            let path = try installation.write(record, to: "long.json")
            let asking = ["-v", "--expect100-timeout", "100", "-H", "Expect: 100-continue"]
            for body in [
                ["-H", "Content-Type: application/json", "--data-binary", "@\(path)"], ["-F", "file=@\(path)"],
            ] {
                let taken = try await curl(installation, "/v1/articles", asking + body)
                #expect(taken.diagnostics.contains("< HTTP/1.1 100 Continue"), "\(taken.diagnostics)")
                #expect(taken.output.contains(#""received":1"#), "\(taken.output)")
            }
            let refused = try await curl(
                installation, "/v1/articles",
                asking + ["-H", "Content-Type: image/png", "--data-binary", "@\(path)"])
            #expect(refused.diagnostics.contains("< HTTP/1.1 415"), "\(refused.diagnostics)")
            #expect(!refused.diagnostics.contains("100 Continue"))
        }
    }

    @Test(
        arguments: [
            ("/v1/search?limit=x", [], 400, "invalid_parameter"), ("/v1/search?limt=3", [], 400, "unknown_parameter"),
            ("/v1/search?q=%22open", [], 400, "open_quote"), ("/nothing", [], 404, "unknown_path"),
            ("/v1/articles/none", [], 404, "not_found"), ("/v1/status", ["-X", "POST"], 405, "method_not_allowed"),
            ("/v1/articles", ["-H", "Content-Type: image/png", "-d", "x"], 415, "unsupported_type"),
            ("/v1/articles", ["-H", "Content-Type: text/plain", "-d", ""], 422, "empty"),
            ("/v1/articles", ["-H", "Content-Type: multipart/form-data", "-d", "x"], 400, "bad_multipart"),
            ("/v1/search", ["-d", #"{"q":"a","qq":1}"#], 400, "unknown_parameter"),
            ("/v1/search", ["-d", "{"], 400, "invalid_json"),
        ] as [(String, [String], Int, String)])
    func errorsHaveAStatusAndACode(_ path: String, _ options: [String], _ status: Int, _ code: String) async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline("status").status == 0)
            let run = try await curl(installation, path, options + ["-w", "\n%{http_code}"])
            #expect(run.output.hasSuffix("\n\(status)"), "\(run.output)")
            #expect(run.output.contains(#""code":"\#(code)""#), "\(run.output)")
            #expect(run.output.contains(#""message":""#))
        }
    }

    /// Every hit as lines: the reply without hits, then one hit a line.
    @Test func everyHitIsStreamed() async throws {
        try await Installation.withSeeds { installation in
            let run = try await curl(installation, "/v1/search?q=the&by=passage&all=true")
            let lines = run.output.split(separator: "\n")
            let ids = try await installation.dateline("search", "--all", "--by", "passage", "--format", "ndjson", "the")
            #expect(lines.first?.contains(#""hits":[]"#) == true)
            #expect(lines.dropFirst().joined(separator: "\n") + "\n" == ids.output)
        }
    }
}
