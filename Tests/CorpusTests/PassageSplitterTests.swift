import Corpus
import TestSupport
import Testing

struct PassageSplitterTests {
    private func passages(_ text: String, given: [Range<Int>]? = nil) -> [String] {
        var article = Article(id: "a", text: text)
        article.passages = given
        let bytes = Array(text.utf8)
        return PassageSplitter.passages(of: article).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    private let long = """
        A paragraph of its own has a good hundred and fifty bytes, so that nobody would think of joining it to \
        another one, and ends with a stop like this one.
        """

    @Test func paragraphsArePassages() {
        #expect(passages("\(long)\n\n\(long)\n \n\(long)") == ["\(long)\n\n", "\(long)\n \n", long])
        #expect(passages("\(long)\n\(long)") == ["\(long)\n", long])
        #expect(passages("\(long)\n\(long)\n\n\(long)") == ["\(long)\n\(long)\n\n", long])
    }

    @Test func shortOnesJoinWhatFollows() {
        #expect(passages("\(long)\n\nHeading\n\n\(long)") == ["\(long)\n\n", "Heading\n\n\(long)"])
        #expect(passages("\(long)\n\nThe end.") == ["\(long)\n\nThe end."])
        #expect(passages("Short.") == ["Short."])
        #expect(passages("") == [])
    }

    @Test func longOnesAreCutAtSentenceEnds() {
        let parts = passages(String(repeating: "This sentence has forty bytes with Mr. X. ", count: 60))
        #expect(parts.count == 5)
        #expect(parts.allSatisfy { $0.hasPrefix("This") && $0.hasSuffix("X. ") && (450...750).contains($0.utf8.count) })
    }

    @Test func endlessSentencesAreCutAtSpacesOrBetweenScalars() {
        let words = passages(String(repeating: "wörter ", count: 600))
        #expect(words.dropLast().allSatisfy { $0.hasSuffix(" ") && $0.utf8.count <= 1_200 })
        let letters = passages(String(repeating: "長", count: 3_000))
        #expect(letters.allSatisfy { $0.allSatisfy { $0 == "長" } && $0.utf8.count <= 1_350 })
    }

    @Test func givenPassagesAreKeptWhenTheyCoverTheText() {
        #expect(passages("One. Two.", given: [0..<5, 5..<9]) == ["One. ", "Two."])
        for bad in [[0..<5], [0..<5, 6..<9], [0..<5, 4..<9], [0..<0, 0..<9], [0..<9, 9..<12], []] {
            #expect(passages("One. Two.", given: bad) == ["One. Two."])
        }
        #expect(passages("éa", given: [0..<1, 1..<3]) == ["éa"])
    }

    @Test func passagesCoverAnyText() {
        var generator = SplitMix(seed: 7)
        let pieces = [
            "a", "é", "長", " ", "\n", "\n\n", ". ", "Word. ", "\t", "🎉", "e\u{301}",
            String(repeating: "long ", count: 80), String(repeating: "x", count: 700),
        ]
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...40, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let found = PassageSplitter.passages(of: Article(id: "a", text: text))
            #expect(found.map(\.number) == Array(1...found.count))
            let bytes = Array(text.utf8)
            var end = 0
            for passage in found {
                #expect(passage.range.lowerBound == end && !passage.range.isEmpty)
                #expect(String(validating: bytes[passage.range], as: UTF8.self) != nil, "\(text.debugDescription)")
                end = passage.range.upperBound
            }
            #expect(end == bytes.count)
        }
    }
}
