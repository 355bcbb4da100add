import Corpus
import Testing

struct CSVTests {
    private func read(_ text: String, name: String? = "n", firstLine: Int = 1) -> [String] {
        ArticleReader.articles(from: Array(text.utf8), format: .csv, name: name, firstLine: firstLine).map { result in
            switch result {
            case .success(let article): "\(article)"
            case .failure(let error): "\(error.code.rawValue): \(error)"
            }
        }
    }

    @Test func theFirstRecordNamesTheFields() {
        let text = #"""
            ID,Headline,Published,Authors,Tags,text,notes,section,entities
            a1,"Ports, and ""piers""",2025-08-02,Ann Lee; Bo Li,"harbour,trade","LISBON (Desk) - The port.

            It reopened.",x,,"[{""type"":""place"",""name"":""Lisbon"",""start"":0,""end"":6}]"
            """#
        #expect(
            read(text) == [
                """
                id: a1
                title: Ports, and "piers"
                date: 2025-08-02
                dateline: LISBON (Desk)
                authors: Ann Lee | Bo Li
                tags: harbour | trade
                entities: place Lisbon[0,6)

                LISBON (Desk) - The port.

                It reopened.
                """
            ])
    }

    @Test(arguments: [",", ";", "\t"])
    func separatorsAreFoundOut(separator: String) {
        let rows = [
            ["id", "a;b,c\td", "text"].map { "\"\($0)\"" }, ["1", "x", "One."], ["2", "y", "\"T\(separator)w\""],
        ]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
        let expected = ["id: 1\n\nOne.", "id: 2\n\nT\(separator)w"]
        #expect(read(text) == expected)
        #expect(read("\u{FEFF}" + text + "\r\n\r\n") == expected)
        #expect(read("sep=\(separator)\r\n" + text) == expected)
    }

    @Test func oneBadRecordDoesNotStopTheOthers() {
        let text = """
            id,date,text
            a,2025-08-02,"One
            two"
            b,August,Three.
            c,,"Four" five
            d,,Six,seven

            e,,Eight.
            f,,
            g,,"Nine
            h,,Ten.
            """
        #expect(
            read(text, firstLine: 10) == [
                "id: a\ndate: 2025-08-02\n\nOne\ntwo",
                "invalid_field: line 13: \"date\" is not a day: write it as 2025-08-02",
                "invalid_csv: line 14: text follows the quote that closes a field: double a quote inside a field",
                "invalid_csv: line 15: the record has 4 fields, the first one 3: "
                    + "put a field that holds the separator in quotes",
                "id: e\n\nEight.",
                "missing_field: line 18: the article has neither \"text\" nor \"passages\"",
                "invalid_csv: line 19: a quote that opens a field is never closed: double a quote inside a field",
                "id: h\n\nTen.",
            ])
    }

    @Test func recordsWithoutIDAreNamedByTheirLine() {
        #expect(
            read("text,url\nOne.,\n\"Two\nthree.\",https://x/y\nFour.,").map { String($0.prefix { $0 != "\n" }) } == [
                "id: n:2", "id: https://x/y", "id: n:5",
            ])
    }

    @Test func aHeaderIsNeeded() {
        #expect(
            read("One,two\nthree,four") == [
                "invalid_csv: line 1: no column is named \"text\": its first line names the columns, "
                    + "for example id,title,date,text"
            ])
        #expect(read("\"id,text").map { String($0.prefix(19)) } == ["invalid_csv: line 1"])
        #expect(read("id,text\n") == [])
    }

    @Test func spreadsheetsInOldEncodingsAreRead() {
        let old: [UInt8] = Array("id;text\n1;Caf".utf8) + [0xE9]
        #expect(printed(old, .csv) == "id: 1\n\nCafé")
        let wide = "id\ttext\r\n1\tCafé".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(printed([0xFF, 0xFE] + wide, .csv) == "id: 1\n\nCafé")
    }
}
