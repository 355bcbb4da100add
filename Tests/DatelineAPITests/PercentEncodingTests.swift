import DatelineAPI
import Testing

@Suite struct PercentEncodingTests {
    @Test func everyTextComesBack() throws {
        for text in ["", "a/1#3", "Ünïcode ✓", "100% +", "\u{0}\n\u{10FFFF}", "-._~"] {
            #expect(try PercentEncoding.decode(PercentEncoding.encode(text).utf8) == text)
        }
        #expect(PercentEncoding.encode("a/1#3") == "a%2F1%233")
        #expect(PercentEncoding.encode("-._~") == "-._~")
    }

    @Test func plusIsASpaceInQueriesOnly() throws {
        #expect(try PercentEncoding.decode("a+b".utf8) == "a+b")
        #expect(try PercentEncoding.decode("a+b".utf8, plusIsSpace: true) == "a b")
    }
}
