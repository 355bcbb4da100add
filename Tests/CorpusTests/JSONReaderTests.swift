import Corpus
import Testing

struct JSONReaderTests {
    @Test func everyFieldIsRead() {
        let text = """
            {"id": 7, "title": " A \\u0007title ", "text": " Zoë spoke in Oslo. ", "date": "2025-08-02T09:00:00Z",
             "dateline": "OSLO", "source": "Desk", "url": "https://example.org/1", "authors": ["Ann", "Bo"],
             "section": "World", "language": "en", "tags": "one", "other": {"deep": [1, 2.5e3, true, null]},
             "entities": [{"type": "PER", "name": "Zoë", "start": 1, "end": 5}, {"type": "GPE", "name": "Oslo"}]}
            """
        #expect(
            printed(text, .json) == """
                id: 7
                title: A  title
                date: 2025-08-02
                dateline: OSLO
                source: Desk
                url: https://example.org/1
                section: World
                language: en
                authors: Ann | Bo
                tags: one
                entities: person Zoë[0,4) | place Oslo

                Zoë spoke in Oslo.
                """)
    }

    @Test func passagesCoverTheTextTheyMake() {
        #expect(
            printed(#"{"id":"x","passages":["One é.", " ", "Two.\r\nThree. "]}"#, .json) == """
                id: x
                passages: [0,9) [9,20)

                One é.

                Two.
                Three.
                """)
    }

    @Test(arguments: [
        (#"{"text":1}"#, #"invalid_field: "text" must be a string"#),
        (#"{"text":"a","title":[]}"#, #"invalid_field: "title" must be a string"#),
        (#"{"text":"a","authors":[1]}"#, #"invalid_field: "authors" must be an array of strings"#),
        (#"{"text":"a","author":{}}"#, #"invalid_field: "author" must be an array of strings"#),
        (#"{"text":"a","id":true}"#, #"invalid_field: "id" must be a string"#),
        (#"{"text":"a","date":"soon"}"#, #"invalid_field: "date" is not a day: write it as 2025-08-02"#),
        (#"{"text":"a","date":[]}"#, #"invalid_field: "date" must be a string"#),
        (#"{"passages":"a"}"#, #"invalid_field: "passages" must be an array of strings"#),
        (#"{"title":"a"}"#, #"missing_field: the article has neither "text" nor "passages""#),
        (#"{"text":" \n "}"#, "empty: the article has no text"),
        (#"{"passages":[]}"#, "empty: the article has no text"),
        (
            #"{"text":"a","entities":[{"name":"b","type":"DATE"}]}"#,
            #"invalid_field: "entities[0].type" must be person, place, organization or misc"#
        ),
        (#"{"text":"a","entities":[{"type":"PER"}]}"#, #"invalid_field: "entities[0].name" must be a string"#),
        (#"["a"]"#, "invalid_json: an article must be a JSON object"),
        (#"{"text":"a"} b"#, "invalid_json: not JSON at byte 13: expected the end"),
        (#"{"text":"a",}"#, "invalid_json: not JSON at byte 12: expected a key in quotes"),
        ("{\"text\":\"a\nb\"}", "invalid_json: not JSON at byte 10: expected control characters to be escaped"),
        (#"{"text":"a"#, "invalid_json: not JSON at byte 10: expected a closing quote"),
        (#"{"text":01}"#, "invalid_json: not JSON at byte 10: expected a number without leading zeros"),
    ])
    func errorsNameTheField(text: String, expected: String) {
        #expect(printed(text, .json) == expected)
    }

    @Test(arguments: [-1, 3, 999, Int(Int32.max) + 1])
    func offsetsOutsideTheTextOrInsideACharacterAreRefused(end: Int) {
        let text = #"{"text":"aéz","entities":[{"type":"PER","name":"a","start":2,"end":\#(end)}]}"#
        #expect(printed(text, .json).hasPrefix("invalid_field: \"entities[0]"))
    }

    @Test func stringsAreRepairedNotRefused() {
        #expect(
            printed(#"{"id":"x","text":"a\u0000b \ud83d\ude00 \ud83d \ude00 \ud83d\u0041 \/"}"#, .json)
                == "id: x\n\nab 😀 \u{FFFD} \u{FFFD} \u{FFFD}A /")
    }

    @Test func theLastOfEqualKeysCounts() {
        #expect(printed(#"{"id":"x","text":"a","text":"b"}"#, .json) == "id: x\n\nb")
    }

    @Test func depthIsLimited() {
        func nested(_ depth: Int) -> String {
            #"{"id":"x","text":"a","more":"# + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}"
        }
        #expect(printed(nested(60), .json) == "id: x\n\na")
        #expect(printed(nested(100_000), .json) == "invalid_json: JSON more than 64 levels deep")
    }

    @Test func idsComeFromUrlThenNameThenContent() throws {
        func id(_ text: String, name: String?) throws -> String {
            try ArticleReader.article(from: Array(text.utf8), format: .json, name: name).id
        }
        #expect(try id(#"{"url":"https://example.org/","text":"a"}"#, name: "n") == "https://example.org/")
        #expect(try id(#"{"id":" ","text":"a"}"#, name: "n") == "n")
        #expect(try id(#"{"text":"a"}"#, name: nil) == StableHash("\n\na").description)
        let long = String(repeating: "é", count: 513)
        #expect(printed(#"{"id":"\#(long)","text":"a"}"#, .json).hasPrefix("too_long: the id has 1026 bytes"))
    }
}
