import Testing
import XapianKit

@Suite struct StemmerTests {
    @Test(arguments: [
        ("accords", "accord"), ("trading", "trade"), ("generously", "generous"), ("ministers", "minist"),
        ("minister", "minist"), ("o'clock", "o'clock"), ("trump's", "trump"), ("skies", "sky"), ("", ""), ("x", "x"),
    ])
    func english(word: String, stem: String) throws {
        let stemmer = try Stemmer(language: "english")
        #expect(try stemmer.stem(word) == stem)
    }

    @Test func appends() throws {
        let stemmer = try Stemmer(language: "en")
        var output = bytes("Z")
        try stemmer.stem(bytes("running").span, into: &output)
        try stemmer.stem(bytes("").span, into: &output)
        #expect(output == bytes("Zrun"))
    }

    @Test func otherLanguages() throws {
        #expect(try Stemmer(language: "german").stem("häuser") == "haus")
        #expect(try Stemmer(language: "none").stem("accords") == "accords")
        let languages = try Stemmer.languages()
        #expect(languages.contains("english") && languages.contains("russian"))
        for language in languages {
            // Whatever the bytes, a stem comes back.
            _ = try Stemmer(language: language).stem([0xff, 0, 0xc3, 0x28, 0xf0, 0x9f])
        }
    }
}
