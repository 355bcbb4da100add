import Corpus
import Testing

struct TextDecodingTests {
    @Test func byteOrderMarksChooseTheEncoding() {
        let expected = "id: a\n\nÉtat – 7.\nEnd."
        let text = "État – 7.\r\nEnd."
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(printed([0xEF, 0xBB, 0xBF] + Array(text.utf8), .plain) == expected)
        #expect(printed([0xFF, 0xFE] + little, .plain) == expected)
        #expect(printed([0xFE, 0xFF] + big, .plain) == expected)
    }

    @Test func oldFilesAreWindows1252() {
        let bytes: [UInt8] = Array("Caf".utf8) + [0xE9, 0x20, 0x93] + Array("no".utf8) + [0x94, 0x2E]
        #expect(printed(bytes, .plain) == "id: a\n\nCafé “no”.")
        #expect(printed(bytes + [0x81], .plain).hasPrefix("invalid_utf8: "))
        #expect(printed(Array("{\"text\":\"".utf8) + bytes + Array("\"}".utf8), .json).hasPrefix("invalid_utf8: "))
    }

    @Test(arguments: ArticleFormat.allCases)
    func binaryAndEmptyFilesAreNamed(format: ArticleFormat) {
        #expect(printed([0x1F, 0x8B, 0x08, 0x00, 0x00], format).hasPrefix("not_text: "))
        #expect(printed([UInt8](repeating: 0x02, count: 3) + Array("text".utf8), format).hasPrefix("not_text: "))
        // UTF-16 is no way round this: NUL characters would not come out of an export.
        #expect(printed([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], format).hasPrefix("not_text: "))
        #expect(printed("", format).hasPrefix("empty: "))
        #expect(printed(" \n\t\r\n", format).hasPrefix("empty: "))
    }

    @Test func lineEndsBecomeLineFeeds() {
        #expect(printed("a\r\nb\rc\n\r\nd\r\r\ne", .plain) == "id: a\n\na\nb\nc\n\nd\n\ne")
    }

    @Test func oversizeIsRefused() {
        let bytes = [UInt8](repeating: 0x61, count: ArticleReader.maximumBytes + 1)
        #expect(printed(bytes, .plain).hasPrefix("too_large: "))
    }
}
