import Foundation
import TestSupport
import Testing
import TextAnalysis

@Suite struct SpellingVariantsTests {
    private static let project = Result {
        try SpellingVariants(
            parsing: String(
                contentsOfFile: TestSupport.checkout + "/index/spelling-variants.tsv", encoding: .utf8),
            file: "spelling-variants.tsv")
    }

    private static func unified(_ word: String) throws -> String {
        var bytes = Array(word.utf8)
        try project.get().unify(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("normalise", "normalize"), ("normalisation", "normalization"), ("centre", "center"), ("centring", "centering"),
        ("colour", "color"), ("colourful", "colorful"), ("defence", "defense"), ("travelled", "traveled"),
        ("programme", "program"), ("aluminium", "aluminum"), ("grey", "gray"), ("catalogue", "catalog"),
        ("paediatric", "pediatric"), ("analyse", "analyze"), ("kilometres", "kilometers"), ("fulfil", "fulfill"),
        ("gaol", "jail"), ("oestrogen", "estrogen"), ("sceptical", "skeptical"), ("judgement", "judgment"),
        ("colour's", "color's"),
    ])
    func theProjectsTableReadsOneAsTheOther(_ spelling: String, _ reading: String) throws {
        #expect(try Self.unified(spelling) == reading)
        #expect(try Self.unified(reading) == reading)
    }

    @Test(arguments: [
        "size", "prize", "advertise", "exercise", "surprise", "promise", "franchise", "four", "hour", "tour", "contour",
        "metre", "practice", "practise", "story", "storey", "tyre", "tire", "draft", "draught", "check", "cheque",
        "curb", "kerb", "disc", "tonne", "analyses", "hypotheses", "emphases", "theatrical", "organism", "organist",
        "louvre", "program", "whisky", "savannah",
    ])
    func otherWordsStayAsTheyAre(_ word: String) throws {
        #expect(try Self.unified(word) == word)
    }

    @Test func theProjectsTableIsLarge() throws { #expect(try Self.project.get().count > 4_000) }

    @Test(arguments: [
        ("o'brien", "obrien"), ("o'brien's", "obrien's"), ("sana'a", "sanaa"), ("qur'an", "quran"), ("d'etat", "detat"),
        ("rock'n'roll", "rocknroll"), ("we'll", "we'll"), ("can't", "can't"), ("she'd", "she'd"),
        ("trump's", "trump's"),
        ("i'm", "i'm"), ("they've", "they've"), ("'", ""), ("", ""),
    ])
    func apostrophesJoinButNotInEndings(_ word: String, _ expected: String) {
        var bytes = Array(word.utf8)
        SpellingVariants().unify(&bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func endingsMakeRowsOfTheirOwn() throws {
        let variants = try SpellingVariants(parsing: "# c\r\n\r\nfoc\tfok\te|es\r\noel\tel\n", file: "t")
        #expect(variants.count == 3)
        for (spelling, reading) in [("foces", "fokes"), ("foc", "foc"), ("oel", "el")] {
            var bytes = Array(spelling.utf8)
            variants.unify(&bytes)
            #expect(bytes == Array(reading.utf8))
        }
        #expect(variants.changedBeginnings.map { [$0.spelling, $0.reading] } == [Array("oe".utf8)])
    }

    @Test(arguments: [
        ("colour", "t:1:"), ("colour\tcolor\t|s\tx", "t:1:"), ("\tcolor", "t:1:"), ("a\ta", "t:1:"),
        ("#\nColour\tcolor", "t:2:"), ("cölour\tcolor", "t:1:"), ("a\tb\na\tc", "t:2: 'a' is there already"),
        ("a\tb\nb\tc", "t:1: 'b' has a reading itself"),
    ])
    func aRowThatIsWrongIsNamed(_ text: String, _ message: String) {
        let error = #expect(throws: SpellingVariantsError.self) { try SpellingVariants(parsing: text, file: "t") }
        #expect(error?.message.hasPrefix(message) == true && error?.hint.isEmpty == false)
    }
}
