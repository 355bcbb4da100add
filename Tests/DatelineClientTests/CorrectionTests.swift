import DatelineAPI
import DatelineClient
import Testing

/// `dateline entities` and its corrections: what is asked, printed and read.
@Suite struct CorrectionTests {
    private static let split = CorrectionReply(
        number: 4, time: "2025-08-09T12:31:00Z", uid: 7, verb: "split", name: "person=A\tB", into: "person=C\\",
        where: ["article=a/1", "source=X"])
    private static let hide = CorrectionReply(
        number: 6, time: "2025-08-09T12:32:00Z", uid: 7, verb: "hide", name: "person=D", into: nil, where: [])

    private static func json(_ value: some Encodable) -> String {
        (try? JSON.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func reply(_ corrections: [CorrectionReply], unknown: [String] = []) -> String {
        json(
            CorrectionsReply(
                index: Samples.index, tookMs: 1, corrections: corrections, total: corrections.count, unknown: unknown))
    }

    @Test func namesArePrintedAsTheyAreTaken() async throws {
        var request = EntitiesRequest()
        request.q = "ba"
        request.type = ["place"]
        let reply = EntitiesReply(
            index: Samples.index, tookMs: 1,
            entities: [EntityCount(type: "place", name: "Baku", articles: 2, passages: 3)], distinct: 4, next: "c")
        for (format, printed) in [(OutputFormat.text, "2\t3\tplace=Baku\n"), (.ids, "place=Baku\n")] {
            let invocation = try EntitiesInvocation(
                request: request, all: false, options: OutputOptions(format: format))
            let run = try await CommandRun.of(invocation) { _ in .reply(200, Self.json(reply)) }
            #expect(run.output == printed && run.diagnostics == "" && run.status == .success)
            #expect(run.asked.map(\.target) == ["/v1/entities?q=ba&type=place"])
        }
    }

    @Test func whatIsExportedIsImported() throws {
        let exported = CorrectionLines.exported([Self.split, Self.hide])
        #expect(exported.hasSuffix("\nsplit\tperson=A\\tB\tperson=C\\\\\tarticle=a/1\tsource=X\nhide\tperson=D\t\n"))
        let listed = CorrectionLines.tabSeparated([Self.split, Self.hide])
        for text in [exported, "\n" + listed.replacing("\n", with: "\r\n")] {
            let read = try CorrectionLines.imported(text)
            #expect(read.map(\.verb) == ["split", "hide"] && read.map(\.name) == ["person=A\tB", "person=D"])
            #expect(read.map(\.into) == ["person=C\\", nil] && read[0].where == ["article=a/1", "source=X"])
            #expect(read.map(\.line) == [2, 3])
        }
        #expect(throws: ClientError.self) { try CorrectionLines.imported("# ok\nhide\n") }
    }

    @Test func anImportIsOneRequest() async throws {
        let run = try await CommandRun.of(
            make: { folder in
                try write("hide\tperson=D\nhide\tperson=E\n", to: folder + "/c.tsv")
                return CorrectInvocation(.file(folder + "/c.tsv"), options: try OutputOptions())
            },
            answer: { _ in .reply(200, Self.reply([Self.hide], unknown: ["person=D", "person=E", "a=b", "c", "d"])) })
        #expect(run.asked.map(\.target) == ["/v1/entities/corrections"])
        #expect(
            run.asked[0].text
                == #"[{"line":1,"name":"person=D","verb":"hide"},{"line":2,"name":"person=E","verb":"hide"}]"#)
        #expect(run.output == "6  2025-08-09T12:32:00Z  uid 7  hide person=D\n")
        let notes = run.diagnostics.split(separator: "\n").map { $0.dropFirst("dateline: ".count) }
        #expect(notes.first == "1 correction in force already" && notes.count == 5)
        #expect(notes[1...].first == "no article names person=D yet" && notes.last == "nor 2 other names")
        #expect(run.status == .success)
    }

    /// A request may be sent twice, so the last one is named.
    @Test func undoNamesTheLastOne() async throws {
        let undo = CorrectionsInvocation(.undo(nil), options: try OutputOptions(format: .ids))
        let run = try await CommandRun.of(undo) { asked in
            .reply(200, Self.reply(asked.method == "GET" ? [Self.split, Self.hide] : [Self.hide]))
        }
        #expect(run.asked.map(\.target) == ["/v1/entities/corrections", "/v1/entities/corrections/6"])
        #expect(run.output == "6\n" && run.status == .success)
        let none = try await CommandRun.of(CorrectionsInvocation(.list, options: try OutputOptions())) { _ in
            .reply(200, Self.reply([]))
        }
        #expect(none.output == "" && none.status == .nothing)
    }
}
