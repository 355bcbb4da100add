import DatelineAPI
import Testing

@testable import DatelineClient

/// What pairs, timelines and comparisons look like.
@Suite struct InsightLinesTests {
    private static func pairs(_ fields: [String], next: String? = nil) -> PairsReply {
        PairsReply(
            index: Samples.index, tookMs: 1, fields: fields, total: Totals(passages: 9, articles: 4),
            pairs: [
                PairValue(
                    first: "Ilham Aliyev", second: "Steve \"W\" Witkoff", articles: 2, passages: 3, lift: 12.345,
                    logLikelihood: 7.891),
                PairValue(
                    first: "Ilham Aliyev", second: "A\\B\tC", articles: 1, passages: 1, lift: 0.5, logLikelihood: -0.004
                ),
            ], distinct: 14, next: next)
    }

    @Test func pairsAsColumns() {
        let reply = Self.pairs(["person", "organization"], next: "c")
        #expect(
            PairLines.tabSeparated(reply)
                == "2\t3\t12.35\t7.89\tperson=Ilham Aliyev\torganization=Steve \"W\" Witkoff\n"
                + "1\t1\t0.50\t0.00\tperson=Ilham Aliyev\torganization=A\\\\B\\tC\n")
        #expect(PairLines.more(reply) == "14 pairs in all; more with --after c")
    }

    @Test func pairsAsAGraph() {
        let reply = Self.pairs(["person", "organization"])
        var nodes: Set<String> = []
        #expect(
            PairGraph.edges.page(reply, countsPassages: false, known: &nodes)
                == "person=Ilham Aliyev\t\"organization=Steve \"\"W\"\" Witkoff\"\t2\tUndirected\n"
                + "person=Ilham Aliyev\torganization=A\\B C\t1\tUndirected\n")
        let dot = PairGraph.dot.page(reply, countsPassages: true, known: &nodes)
        #expect(
            dot == """
                  "person=Ilham Aliyev" [label="Ilham Aliyev"];
                  "organization=Steve \\"W\\" Witkoff" [label="Steve \\"W\\" Witkoff"];
                  "person=Ilham Aliyev" -- "organization=Steve \\"W\\" Witkoff" [weight=3];
                  "organization=A\\\\B C" [label="A\\\\B C"];
                  "person=Ilham Aliyev" -- "organization=A\\\\B C" [weight=1];

                """)
        // A node of an earlier page is known.
        #expect(!PairGraph.dot.page(reply, countsPassages: true, known: &nodes).contains("label"))
    }

    private static let periods = [
        TimelinePoint(period: "2025-W30", count: 16, total: 64, rate: 250),
        TimelinePoint(period: "2025-W31", count: 0, total: 3, rate: 0),
        TimelinePoint(period: "2025-W32", count: 5, total: 6, rate: 833.33333),
    ]

    @Test func aTimelineAsColumns() {
        #expect(
            TimelineLines.tabSeparated(Self.periods)
                == "2025-W30\t16\t64\t250.000\n2025-W31\t0\t3\t0.000\n2025-W32\t5\t6\t833.333\n")
    }

    @Test func aTimelineAsAPlot() {
        // 29 columns: 8 for the period, 3 spaces, 2 for the number, 16 for the longest bar.
        #expect(
            TimelineLines.plot(Self.periods, showsRate: false, width: 29) == """
                2025-W30  ████████████████ 16
                2025-W31  0
                2025-W32  █████ 5

                """)
        #expect(
            TimelineLines.plot(Self.periods, showsRate: true, width: 32) == """
                2025-W30  ████▊ 250.0
                2025-W31  0.0
                2025-W32  ████████████████ 833.3

                """)
        // Something is never nothing, and a narrow window has bars all the same.
        let few = [
            TimelinePoint(period: "2024", count: 1, total: 1, rate: 1),
            TimelinePoint(period: "2025", count: 9_999, total: 1, rate: 1),
        ]
        #expect(TimelineLines.plot(few, showsRate: false, width: 5) == "2024  ▏ 1\n2025  ████████ 9999\n")
        #expect(TimelineLines.plot([], showsRate: false, width: 80) == "")
    }

    @Test func aFacetAgainstAnotherQuery() {
        let reply = FacetPageReply(
            index: Samples.index, tookMs: 1, field: "person",
            values: [FacetValue(value: "A", articles: 2, passages: 3, versus: 5, logLikelihood: -1.25)], distinct: 1,
            truncated: false)
        #expect(FacetLines.tabSeparated(reply) == "2\t3\tperson=A\t5\t-1.25\n")
    }

    @Test(arguments: [(0, "0.00"), (1.005, "1.00"), (-2.5, "-2.50"), (1e300, "1000000000000.00"), (0.999, "1.00")])
    func decimals(_ number: Double, _ text: String) { #expect(Wording.decimal(number, places: 2) == text) }

    @Test func pairsOfEveryPageMakeOneGraph() async throws {
        var request = PairsRequest()
        request.field = ["person", "organization"]
        let invocation = try PairsInvocation(request: request, all: true, graph: .dot, options: OutputOptions())
        let run = try await CommandRun.of(invocation) { asked in
            let reply = Self.pairs(["person", "organization"], next: asked.target.contains("after=") ? nil : "c")
            return .reply(200, String(decoding: JSON.write(reply), as: UTF8.self))
        }
        #expect(run.output.hasPrefix("graph pairs {\n") && run.output.hasSuffix("];\n}\n"))
        #expect(run.output.split(separator: "\n").count == 2 + 3 + 4 && run.status == .success)
        #expect(
            run.asked.map(\.target) == [
                "/v1/pairs?field=person&field=organization&limit=1000",
                "/v1/pairs?field=person&field=organization&limit=1000&after=c",
            ])
        #expect(throws: ClientError.self) {
            try PairsInvocation(request: request, all: false, graph: .edges, options: OutputOptions(format: .tsv))
        }
    }
}
