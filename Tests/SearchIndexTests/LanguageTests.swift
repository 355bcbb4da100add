import QueryLanguage
import SearchIndex
import TestSupport
import Testing

/// Articles in several languages in one index.
@Suite struct LanguageTests {
    @Test(arguments: [
        // Forms that are not in the texts, and such as people type without accents.
        ("negotiation", "en"), ("islands", "en"), ("négociation", "fr"), ("negociations", "fr"), ("accords", "fr"),
        ("l'accord", "fr"), ("interets", "fr"), ("verhandlung", "de"), ("haus", "de"), ("landern", "de"),
        ("negociacion", "es"), ("negociaciones", "es"), ("semanas", "es"), ("переговоров", "ru"), ("соглашения", "ru"),
        ("diplomate", "fr"), ("title:verhandlung", "de"), ("title:negociacion", "es"),
    ])
    func aWordFindsItsFormsInEveryLanguage(_ query: String, _ expected: String) async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            #expect(try await articles(query, test).contains(expected))
        }
    }

    @Test func whatALanguageIsGivenAsDecides() async throws {
        // Too short to tell: then the words of English rules.
        try await TestIndex.with { test in
            try await test.ingest(
                """
                {"id":"fr","language":"fr-CA","text":"Deux négociations."}
                {"id":"french","language":"French","text":"Trois négociations."}
                {"id":"pl","language":"pl","text":"Two negotiations."}
                {"id":"none","text":"Four negotiations."}
                {"id":"unknown","language":"und","text":"Five negotiations."}
                """)
            #expect(try await articles("négociation", test) == ["fr", "french"])
            #expect(try await articles("negotiations", test) == ["none", "pl", "unknown"])
            #expect(try await articles("negotiation", test) == ["none", "unknown"])
            // The facet counts what was given.
            #expect(try await articles("language:pl", test) == ["pl"])
            #expect(try await articles("-language:*", test) == ["none"])
        }
    }

    /// `point` is the French stem of `pointer`, and an English word.
    @Test func otherLanguagesChangeNothingForEnglish() async throws {
        let english = """
            {"id":"a","language":"en","text":"A point of order."}
            {"id":"b","language":"en","text":"The pointer moved."}
            {"id":"c","language":"en","text":"Pointers of wood. University of Chile."}
            {"id":"d","language":"en","text":"The universe, a point."}
            """
        let queries = [
            "pointer", "point", "universe", "university", "\"pointer moved\"", "pointers NEAR wood", "poin*", "*",
        ]
        try await TestIndex.with { test in
            try await test.ingest(english)
            var before: [[String]] = []
            for query in queries { before.append(try await articles(query, test)) }
            try await test.ingest(
                """
                {"id":"w","language":"fr","text":"Il faut pointer. Les points. L'université, l'univers."}
                {"id":"x","language":"es","text":"Los puntos, la universidad."}
                {"id":"y","language":"de","text":"Die Universität. Der Pointer."}
                {"id":"z","language":"xx","text":"point pointer moved wood"}
                """)
            for (query, before) in zip(queries, before) {
                let after = try await articles(query, test)
                #expect(after.filter { "abcd".contains($0) } == before, "\(query)")
            }
            #expect(try await articles("pointer", test) == ["b", "c", "w", "y", "z"])
        }
    }

    @Test func phrasesAndNearStandInOneLanguage() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            #expect(try await articles("\"semaines prochaines\"", test) == ["fr"])
            #expect(try await articles("\"points mais pas\"", test) == ["fr"])
            #expect(try await articles("\"langen tages\"", test) == ["de"])
            #expect(try await articles("ministre NEAR/3 pays", test) == ["fr"])
            #expect(try await articles("ministros NEAR/5 pais", test) == ["es"])
            #expect(try await articles("\"next weeks\"", test) == ["en"])
            #expect(try await articles("\"двух стран\"", test) == ["ru"])
        }
    }

    @Test func prefixesFindAllLanguages() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            #expect(try await articles("negoci*", test) == ["es", "fr"])
            #expect(try await articles("diplomat*", test) == ["de", "en", "es", "fr"])
            #expect(try await articles("договор*", test) == ["ru"])
            #expect(try await articles("title:négo*", test) == ["es", "fr"])
        }
    }

    @Test func highlightsAreThoseOfTheArticlesLanguage() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            #expect(try await marked("negociation", test) == ["fr": ["négociations"]])
            #expect(try await marked("accords", test) == ["fr": ["d'accord", "L'accord"]])
            #expect(try await marked("negociacion", test) == ["es": ["negociaciones", "negociación"]])
            #expect(try await marked("\"longues journées\"", test) == ["fr": ["longue journée"]])
            #expect(try await marked("соглашения", test) == ["ru": ["Соглашение"]])
            #expect(try await marked("minister", test) == ["en": ["ministers"], "de": ["Minister"]])
        }
    }

    /// English words that match nothing beside their own: one term each, as if there were no other language.
    @Test func aWordOfOneLanguageIsOneTerm() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            let parsed = try await test.index.search(try SearchQuery("islands negotiations minister")).parsed
            #expect(parsed == "(and island negoti (any minist minist#de))")
            #expect(try await test.index.search(try SearchQuery("\"next week\"")).parsed == "\"next week\"")
            #expect(try await test.index.search(try SearchQuery("absent")).parsed == "absent")
        }
    }

    @Test func languagesAreKnownAfterARestartAndALoad() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            var index = try await TestIndex.open(folder)
            var test = TestIndex(index: index, folder: folder)
            try await test.ingest(LanguageSamples.french)
            await index.close()
            index = try await TestIndex.open(folder)
            test = TestIndex(index: index, folder: folder)
            #expect(try await articles("negociation", test) == ["fr"])
            try await test.ingest([LanguageSamples.english, LanguageSamples.spanish].joined(separator: "\n"))
            await index.close()
            index = try await TestIndex.open(folder)
            test = TestIndex(index: index, folder: folder)
            #expect(try await articles("negociacion", test) == ["es"])
            #expect(try await articles("negotiation", test) == ["en"])
            await index.close()
        }
    }

    /// Merged with the live database, and added to it.
    @Test(arguments: [1_000_000, 0]) func loadsBringTheirLanguagesWithThem(_ ratio: Int) async throws {
        try await TestIndex.with(load: LoadTests.limits(ratio: ratio)) { test in
            try await test.ingest(LanguageSamples.english)
            await LoadTests.stream(
                LanguageSamples.all.dropFirst().joined(separator: "\n"), into: test.index, batch: 2)
            #expect(try await articles("negociacion", test) == ["es"])
            #expect(try await articles("negotiation", test) == ["en"])
            #expect(try await articles("diplomat*", test) == ["de", "en", "es", "fr"])
            #expect(try await marked("соглашения", test) == ["ru": ["Соглашение"]])
        }
    }

    private func articles(_ query: String, _ test: TestIndex) async throws -> [String] {
        try await test.index.search(try SearchQuery(query, by: .article)).hits.map(\.article.id).sorted()
    }

    private func marked(_ query: String, _ test: TestIndex) async throws -> [String: [String]] {
        var marked: [String: [String]] = [:]
        for hit in try await test.index.search(try SearchQuery(query)).hits {
            let text = Array(hit.passage.text.utf8)
            marked[hit.article.id, default: []] += hit.highlights.map { String(decoding: text[$0], as: UTF8.self) }
        }
        return marked
    }
}

/// Spelling beside languages: both change what a word stands for.
@Suite struct LanguageSpellingTests {
    @Test func typingErrorsSuggestionsAndCompletionsKnowAllLanguages() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            func articles(_ query: String) async throws -> [String] {
                try await test.index.search(try SearchQuery(query, by: .article)).hits.map(\.article.id).sorted()
            }
            #expect(try await articles("negociatoins~2") == ["fr"])
            #expect(try await articles("verhandlnugen~1") == ["de"])
            #expect(try await articles("islnads~") == ["en"])
            #expect(try await test.index.search(try SearchQuery("verhandlnugen")).suggestion == "verhandlungen")
            let list = try await test.index.completions(CompletionQuery("negoc"))
            #expect(list.items.map(\.text).contains("negociations"))
            #expect(list.items.allSatisfy { !$0.text.contains("#") })
        }
    }
}
