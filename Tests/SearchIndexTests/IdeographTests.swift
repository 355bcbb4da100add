import QueryLanguage
import SearchIndex
import Testing

/// Chinese, Japanese and Korean, whose words no spaces set apart.
@Suite struct IdeographTests {
    @Test(arguments: [
        ("海峡", ["ja", "zh"]), ("谈判", ["zh"]), ("日内瓦", ["zh"]), ("東京都", ["ja"]), ("京都", ["ja"]), ("協議", ["ja"]),
        ("ジュネーブ", ["ja"]), ("サミット", ["ja"]), ("めぐる", ["ja"]), ("島", ["ja"]), ("岛屿问题", ["zh"]), ("대통령", ["ko"]),
        ("협상", ["ko"]), ("제네바에서", ["ko"]), ("서울", ["ko"]), ("海峡 合意", ["ja"]), ("\"海峡をめぐる協議\"", ["ja"]),
        ("\"정상회담에서 해협\"", ["ko"]), ("협상 NEAR/8 제네바", ["ko"]), ("협상 NEAR/3 제네바", []), ("title:海峡", ["ja", "zh"]),
        ("東北", []), ("谈谈", []),
        ("海峡*", ["ja", "zh"]), ("会談 -合意", []),
    ])
    func found(_ query: String, _ expected: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            let hits = try await test.index.search(try SearchQuery(query, by: .article)).hits
            #expect(hits.map(\.article.id).sorted() == expected)
        }
    }

    @Test func marked() async throws {
        try await TestIndex.with { test in
            try await test.ingest(LanguageSamples.all.joined(separator: "\n"))
            for (query, id, expected) in [
                ("合意", "ja", ["合意", "合意"]), ("ジュネーブ", "ja", ["ジュネーブ"]), ("東京都", "ja", ["東京都"]), ("東京", "ja", ["東京"]),
                ("日内瓦", "zh", ["日内瓦"]), ("\"정상회담에서 해협\"", "ko", ["정상회담에서 해협"]), ("島", "ja", ["島"]),
                ("海峡问题", "zh", ["海峡问题"]), ("협상", "ko", ["협상"]),
            ] {
                let hits = try await test.index.search(try SearchQuery(query)).hits.filter { $0.article.id == id }
                let marked = hits.flatMap { hit in
                    hit.highlights.map { String(decoding: Array(hit.passage.text.utf8)[$0], as: UTF8.self) }
                }
                #expect(marked == expected, "\(query)")
            }
        }
    }

    /// Words of another script between them stand at their places, and are found with any language given.
    @Test func amongOtherScripts() async throws {
        try await TestIndex.with { test in
            try await test.ingest(
                """
                {"id":"ja","language":"ja","text":"G7サミットは2025年6月に開かれ、NATOの首脳も出席した。"}
                {"id":"zh","language":"zh-Hans","text":"北约NATO秘书长说，2025年6月举行G7峰会。"}
                {"id":"en","language":"en","text":"NATO in June 2025."}
                """)
            for (query, expected) in [
                ("nato", ["en", "ja", "zh"]), ("G7", ["ja", "zh"]), ("\"G7サミット\"", ["ja"]), ("2025年6月", ["ja", "zh"]),
                ("2025", ["en", "ja", "zh"]), ("NATOの首脳", ["ja"]), ("北约 NATO", ["zh"]),
            ] {
                let hits = try await test.index.search(try SearchQuery(query, by: .article)).hits
                #expect(hits.map(\.article.id).sorted() == expected, "\(query)")
            }
        }
    }
}
