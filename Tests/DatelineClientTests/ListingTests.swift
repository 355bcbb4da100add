import DatelineAPI
import Testing

@testable import DatelineClient

/// `--fields` and `--template`.
@Suite struct ListingTests {
    private func run(
        _ options: OutputOptions, hits: [Hit] = [Samples.hit, Samples.bareHit]
    ) async throws -> CommandRun {
        let reply = String(decoding: try JSON.encode(Samples.search(hits: hits, next: "c")), as: UTF8.self)
        let invocation = try SearchInvocation(request: SearchRequest(), all: false, options: options)
        return try await CommandRun.of(invocation) { _ in .reply(200, reply) }
    }

    @Test func aTemplateIsAllThatIsPrinted() async throws {
        let template = try Template(#"{article.date}\t{title}{{}}\\ {score}\0"#)
        let run = try await run(OutputOptions(template: template))
        #expect(run.output == "2025-08-02\tTalks in Baku{}\\ 7.25\0\t{}\\ 1.5\0")
        #expect(run.diagnostics == "")
        #expect(run.status == .success)
    }

    @Test func valuesOfATemplateAreAsTheyAre() async throws {
        let run = try await run(OutputOptions(template: try Template("[{text}]")), hits: [Samples.hit])
        #expect(run.output == "[The Abraham accords were signed.\nAccords\tof peace.]")
    }

    @Test(arguments: ["{title", "title}", #"\x"#, #"title\"#, "{{{"])
    func aTemplateThatMeansNothing(_ source: String) {
        #expect(throws: ClientError.self) { try Template(source) }
    }

    @Test(arguments: [OutputFormat.tsv, .ndjson])
    func anUnknownColumnListsThoseThatAre(_ format: OutputFormat) async throws {
        for options in [
            try OutputOptions(format: format, fields: "id,colour"), try OutputOptions(template: Template("{colour}")),
        ] {
            let run = try await run(options)
            #expect(run.error?.exitStatus == .usage)
            #expect(run.error?.description.contains("known are score, id, date") == true)
            #expect(run.asked.isEmpty)
        }
    }

    @Test func everyColumnOfEveryListing() throws {
        let facet = FacetColumn.Row(
            facet: "date.month", value: FacetValue(value: "2025-08", articles: 2, passages: 3, lift: 1.5))
        #expect(
            FacetColumn.allCases.map { $0.value(of: facet).text }
                == ["2", "3", "", "date=2025-08", "date", "2025-08", "1.5", "no"])
        let entity = EntityCount(type: "person", name: "Ilham Aliyev", articles: 1, passages: 2)
        #expect(
            EntityColumn.allCases.map { $0.value(of: entity).text }
                == ["1", "2", "person=Ilham Aliyev", "person", "Ilham Aliyev"])
        let word = Suggestion(type: "word", text: "baku", articles: nil, passages: 4)
        #expect(SuggestionColumn.allCases.map { $0.value(of: word).text } == ["", "4", "word", "baku"])
        let passage = PassageDetail(id: "a#1", number: 1, text: "Text.", bytes: ByteRange(5..<10))
        let shown = ShownColumn.Row.passage(passage, of: ArticleSummary(id: "a", title: "T"))
        #expect(
            ShownColumn.allCases.map { $0.value(of: shown).text }
                == ["a#1", "", "", "T", "Text.", "a", "", "", "", "", "5", "10"])
        #expect(Set(HitColumn.usual).isSubset(of: HitColumn.allCases))
    }

    @Test func whatTemplatesExclude() throws {
        let template = try Template("{id}")
        #expect(throws: ClientError.self) { try OutputOptions(format: .json, template: template) }
        #expect(throws: ClientError.self) { try OutputOptions(fields: "id", template: template) }
        #expect(throws: ClientError.self) { try OutputOptions(template: template, nulTerminated: true) }
    }

    @Test func versionsOfTheFormats() throws {
        try FormatVersion.check(nil)
        try FormatVersion.check(FormatVersion.current)
        for (asked, status) in [(FormatVersion.oldest - 1, 20), (FormatVersion.current + 1, 21)] {
            let error = #expect(throws: ClientError.self) { try FormatVersion.check(asked) }
            #expect(error?.exitStatus.rawValue == Int32(status))
        }
    }
}
