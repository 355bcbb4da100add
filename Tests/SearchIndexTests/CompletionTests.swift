import SearchIndex
import TestSupport
import Testing

@Suite struct CompletionTests {
    private static let articles = """
        {"id":"a","text":"Striking ports strike. The strikes of Strasbourg.","entities":[{"type":"person","name":"Steve Witkoff"},{"type":"place","name":"Strasbourg"}]}
        {"id":"b","text":"A strike, a stray, azure.","entities":[{"type":"person","name":"Steve Witkoff"},{"type":"person","name":"Alexandria Ocasio-Cortez"}]}
        {"id":"c","text":"Aluminium and strontium, café; the presid, the president, our president’s.","entities":[{"type":"person","name":"Wit Stwosz"},{"type":"organization","name":"The White House"},{"type":"person","name":"Sean O’Brien"}]}
        """

    private func complete(_ test: TestIndex, _ text: String, limit: Int = 10) async throws -> [String] {
        var query = CompletionQuery(text)
        query.limit = limit
        return try await test.index.completions(query).items.map { item in
            "\(item.type)=\(item.text) \(item.articles.map(String.init) ?? "-") \(item.passages)"
        }
    }

    @Test func wordsByTheirPassagesAndNamesByAnyWord() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            for (text, expected) in [
                // One word a stem: one that has a plural or a possessive, else the shortest.
                ("stri", ["word=strike - 2"]), ("striki", ["word=striking - 2"]),
                ("presid", ["word=president - 1"]), ("caf", ["word=cafe - 1"]), ("CAFÉ", ["word=cafe - 1"]),
                ("alumini", ["word=aluminium - 1"]),
                ("wit", ["person=Steve Witkoff 2 2", "person=Wit Stwosz 1 1"]),
                ("peace with steve wit", ["person=Steve Witkoff 2 2", "person=Wit Stwosz 1 1"]),
                ("steve ", ["person=Steve Witkoff 2 2"]), ("cort", ["person=Alexandria Ocasio-Cortez 1 1"]),
                ("ocasio-c", ["person=Alexandria Ocasio-Cortez 1 1", "word=cafe - 1"]),
                ("the white h", ["organization=The White House 1 1"]),
                ("obr", ["person=Sean O’Brien 1 1"]), ("o'br", ["person=Sean O’Brien 1 1"]), ("zz", []),
                ("stras", ["place=Strasbourg 1 1", "word=strasbourg - 1"]),
            ] as [(String, [String])] {
                let found = try await complete(test, text)
                #expect(found == expected, "\(text)")
            }
        }
    }

    @Test func namesAndWordsShareThePlaces() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let shared = try await complete(test, "st", limit: 4)
            #expect(
                shared == [
                    "person=Steve Witkoff 2 2", "person=Wit Stwosz 1 1", "word=strike - 2", "word=stray - 1",
                ])
            #expect(try await complete(test, "st", limit: 1) == ["person=Steve Witkoff 2 2"])
            #expect(try await complete(test, "st", limit: 0) == [])
            // Nothing typed: the most frequent names.
            #expect(try await complete(test, "", limit: 1) == ["person=Steve Witkoff 2 2"])
        }
    }

    @Test func correctionsHoldHereToo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            #expect(try await complete(test, "wit").count == 2)
            _ = try await test.index.correct(
                [try Correction(verb: "merge", name: "person=Wit Stwosz", into: "Veit Stoss", where: [])], uid: 0)
            #expect(
                try await complete(test, "wit") == ["person=Steve Witkoff 2 2", "person=Veit Stoss 1 1"])
            #expect(try await complete(test, "sto") == ["person=Veit Stoss 1 1"])
            _ = try await test.index.correct(
                [try Correction(verb: "hide", name: "person=Steve Witkoff", into: nil, where: [])], uid: 0)
            #expect(try await complete(test, "wit") == ["person=Veit Stoss 1 1"])
            _ = try await test.index.correct(
                [try Correction(verb: "retype", name: "person=Veit Stoss", into: "misc", where: [])], uid: 0)
            #expect(try await complete(test, "sto") == ["misc=Veit Stoss 1 1"])
        }
    }

    /// In a large index, too: what is new is added to the tables, and the counts of the rest are exact again in time.
    @Test func largeTablesAreAddedTo() async throws {
        try await TestIndex.with(exactCompletions: 0) { test in
            try await test.ingest(Samples.random(400, seed: 3))
            let before = try await complete(test, "a", limit: 4)
            let passages = test.index.status().passages
            for number in 1...3 {
                try await test.ingest(
                    #"{"id":"n\#(number)","text":"The q\#(number)uorum.","entities":[{"type":"person","name":"Quorra Flynn"},{"type":"misc","name":"N\#(number)"}]}"#
                )
                #expect(try await complete(test, "quorr") == ["person=Quorra Flynn \(number) \(number)"])
                #expect(try await complete(test, "n\(number)") == ["misc=N\(number) 1 1"])
                #expect(try await test.ids(SearchQuery("quorun~")) == [])
                #expect(try await test.ids(SearchQuery("q\(number)uorun~")).contains("n\(number)#1"))
                #expect(try await complete(test, "a", limit: 4) == before)
            }
            _ = try await test.index.correct(
                [try Correction(verb: "merge", name: "person=Quorra Flynn", into: "Q. Flynn", where: [])], uid: 0)
            try await test.ingest(#"{"id":"m","text":"M.","entities":[{"type":"person","name":"Mora Flynn"}]}"#)
            #expect(try await complete(test, "flynn") == ["person=Q. Flynn 3 3", "person=Mora Flynn 1 1"])
            // A twentieth more, and all is counted again.
            let many = (0..<passages / 20).map {
                #"{"id":"x\#($0)","text":"Aardvark.","entities":[{"type":"person","name":"Ada Aar"}]}"#
            }
            try await test.ingest(many.joined(separator: "\n"))
            try await test.ingest(
                #"{"id":"y","text":"Aardvarks.","entities":[{"type":"person","name":"Ada Aar"}]}"#)
            let count = many.count + 1
            #expect(
                try await complete(test, "aa") == ["person=Ada Aar \(count) \(count)", "word=aardvark - \(count)"])
        }
    }

    /// What came since the tables were made, and what has gone.
    @Test func newNamesAndWordsAreThereAtOnce() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(400, seed: 3))
            _ = try await complete(test, "quor")
            for number in 1...3 {
                try await test.ingest(
                    #"{"id":"n\#(number)","text":"The quorum.","entities":[{"type":"person","name":"Quorra Flynn"}]}"#)
                #expect(try await complete(test, "quorr") == ["person=Quorra Flynn \(number) \(number)"])
                #expect(try await complete(test, "quoru").first?.hasPrefix("word=quorum") == true)
            }
            #expect(try await test.index.delete(ids: ["n1"]) == [true])
            #expect(try await complete(test, "quorr") == ["person=Quorra Flynn 2 2"])
            #expect(try await complete(test, "quoru").first == "word=quorum - 2")
            #expect(try await test.index.delete(ids: ["n2", "n3"]) == [true, true])
            #expect(try await complete(test, "quorr") == [])
            #expect(try await complete(test, "quoru") == [])
        }
    }
}
