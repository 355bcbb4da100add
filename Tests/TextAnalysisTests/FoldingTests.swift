import Testing
import TextAnalysis

struct FoldingTests {
    @Test(arguments: [
        ("U.S.", "us"), ("U.S.'s", "us's"), ("60,000", "60000"), ("3.65", "3.65"), ("1,234.5th", "1234.5th"),
        ("Trump’s", "trump's"), ("AT&T", "at&t"), ("co\u{AD}op", "coop"),
        ("Élysée", "elysee"), ("E\u{301}lyse\u{301}e", "elysee"), ("Łódź", "lodz"), ("Øresund", "oresund"),
        ("Đoković", "dokovic"), ("Þór", "thor"), ("Straße", "strasse"), ("Ærø", "aero"), ("Œuvre", "oeuvre"),
        ("İstanbul", "istanbul"), ("Iğdır", "igdir"), ("Hồ", "ho"), ("Erdoğan", "erdogan"), ("Hawaiʻi", "hawai'i"),
        ("ﬁnance", "finance"), ("Ｒｅｕｔｅｒｓ", "reuters"), ("ẞ", "ss"), ("\u{212A}", "k"),
        ("Ёлка", "елка"), ("Толстой", "толстой"), ("Толсто\u{438}\u{306}", "толстой"), ("Київ", "київ"),
        ("Αθήνα", "αθηνα"), ("Σίσυφος", "σισυφοσ"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("ᾳ", "α"),
        ("مُحَمَّد", "محمد"), ("x²", "x2"), ("東京", "東京"), ("नि", "नि"),
    ])
    func tokens(text: String, expected: String) {
        var output: [UInt8] = []
        Folding.fold(text.utf8.span, 0..<text.utf8.count, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("  Steve   Witkoff ", "steve witkoff"), ("St. Petersburg", "st petersburg"),
        ("Ocasio-Cortez", "ocasio-cortez"),
        ("(U.S.)", "us"), ("AT&T Inc.", "at&t inc"), ("Côte d’Ivoire", "cote d'ivoire"), ("\"Quoted\"!", "quoted"),
        ("press/briefings", "press/briefings"), ("人民日报", "人民日报"), ("", ""), (" +++ ", "+++"),
    ])
    func names(text: String, expected: String) {
        #expect(Folding.folded(text) == expected)
    }

    @Test func everyScalarFoldsToItsFold() {
        for value in UInt32(0x80)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Folding.folded(String(scalar))
            #expect(Folding.folded(once) == once, "U+\(String(value, radix: 16))")
        }
    }
}
