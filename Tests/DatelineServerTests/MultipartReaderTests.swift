import TestSupport
import Testing

@testable import DatelineServer

@Suite struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=XX"

    /// The parts of a body that ends as it should.
    private func parts(_ chunks: [ArraySlice<UInt8>], maxPart: Int = 100) throws -> [MultipartReader.Part] {
        var reader = try #require(MultipartReader(contentType: Self.type, maxPart: maxPart))
        var parts: [MultipartReader.Part] = []
        for chunk in chunks { parts += try reader.feed(chunk) }
        try reader.finish()
        return parts
    }

    private func parts(_ body: String, maxPart: Int = 100) throws -> [MultipartReader.Part] {
        try parts([Array(body.utf8)[...]], maxPart: maxPart)
    }

    private func part(_ text: String, name: String? = nil, type: String? = nil) -> MultipartReader.Part {
        MultipartReader.Part(fileName: name, contentType: type, bytes: Array(text.utf8))
    }

    private static func file(_ name: String, _ contents: String) -> String {
        "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
            + "Content-Type: text/plain\r\n\r\n\(contents)\r\n"
    }

    @Test func files() throws {
        let body = Self.file("a.txt", "Baku") + Self.file("b.txt", "") + "--XX--\r\n"
        #expect(
            try parts(body) == [
                part("Baku", name: "a.txt", type: "text/plain"), part("", name: "b.txt", type: "text/plain"),
            ])
    }

    @Test func theFirstLineOfAPart() throws {
        func lines(_ parameter: String) -> String {
            "--XX\r\nContent-Disposition: form-data; filename=\"a\"\(parameter)\r\n\r\n{}\r\n"
        }
        let body = ["; first-line=\"1201\"", "; first-line=7", "", "; first-line=x"].map(lines).joined() + "--XX--"
        #expect(try parts(body).map(\.firstLine) == [1201, 7, nil, nil])
    }

    @Test func noParts() throws {
        #expect(try parts("--XX--") == [])
        #expect(try parts("--XX--\r\nepilogue --XX\r\n") == [])
    }

    @Test func aPreambleIsPassedOver() throws {
        #expect(try parts("to whom it may concern\r\n" + Self.file("a", "b") + "--XX--").map(\.fileName) == ["a"])
    }

    @Test func aPartWithoutHeaders() throws {
        #expect(try parts("--XX\r\n\r\ntext\r\n--XX--") == [part("text")])
    }

    @Test func whatOnlyLooksLikeABoundaryIsText() throws {
        for text in ["--XX", "\r\n--X", "\r\n-XX", "\n--XX\n", "a--XX--", "\r\r\n--Xx\r\n", "\r\n\r\n"] {
            #expect(try parts(Self.file("a", text) + "--XX--").map(\.bytes) == [Array(text.utf8)])
        }
    }

    @Test func aPartThatIsTooLargeIsMarkedAndTheNextIsRead() throws {
        let found = try parts(
            Self.file("big", String(repeating: "x", count: 101)) + Self.file("full", String(repeating: "y", count: 100))
                + "--XX--")
        #expect(found.map(\.isTooLarge) == [true, false])
        #expect(found.map(\.bytes.count) == [0, 100])
        #expect(found.map(\.fileName) == ["big", "full"])
    }

    @Test(arguments: [
        "", "no boundary at all", "--XX", "--XX\r\n", "--XX\r\nContent-Type: text/plain\r\n", "--XX\r\n\r\ntext",
        "--XX\r\n\r\ntext\r\n--XX\r\n", "--XX\r\n\r\ntext\r\n--XX-", "--XX\r\n\r\ntext\r\n--YY--",
    ])
    func aBodyThatEndsTooEarlyIsMalformed(_ body: String) {
        #expect(throws: MultipartReader.Malformed(message: "the body ends before its closing boundary")) {
            try parts(body)
        }
    }

    @Test func headersHaveALimit() {
        let body = "--XX\r\nContent-Type: \(String(repeating: "x", count: 20 << 10))\r\n\r\n\r\n--XX--"
        #expect(throws: MultipartReader.Malformed(message: "a part's headers are too long")) { try parts(body) }
        #expect(throws: MultipartReader.Malformed(message: "a part's headers are too long")) {
            try parts(stride(from: 0, to: 20 << 10, by: 1_000).map { Array(body.utf8)[$0...].prefix(1_000) })
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
    func aBoundaryIsNeeded(_ contentType: String) {
        #expect(MultipartReader(contentType: contentType, maxPart: 1) == nil)
    }

    @Test(arguments: ["0", "-1", "9223372036854775807", "x"]) func aNumberThatNoLineHasIsPassedOver(_ number: String)
        throws
    {
        let head = "Content-Disposition: form-data; filename=a.ndjson; first-line="
        #expect(try parts("--XX\r\n\(head)7\r\n\r\n\r\n--XX--").map(\.firstLine) == [7])
        #expect(try parts("--XX\r\n\(head)\(number)\r\n\r\n\r\n--XX--").map(\.firstLine) == [nil])
    }

    /// Whatever the chunks and the contents, the parts are the ones that were written.
    @Test func chunksDoNotMatter() throws {
        var random = SplitMix(seed: 12)
        let pieces = ["\r\n", "\r", "\n", "-", "--", "--X", "X", "text", "é", "\r\n--", "--XX", "\r\n-"]
        for round in 0..<300 {
            let contents = (0..<random.pick([0, 1, 2, 5])).map { _ in
                (0..<random.pick([0, 1, 3, 8, 60])).map { _ in random.pick(pieces) }.joined()
            }
            // A delimiter ends its part, so contents never hold one.
            if contents.contains(where: { Array("\r\n\($0)".utf8).contains(Array("\r\n--XX".utf8)) }) { continue }
            let body = contents.enumerated().map { Self.file("\($0.offset)", $0.element) }.joined() + "--XX--\r\n"
            let found = try parts(chunks(Array(body.utf8), longest: 1 + round % 30, using: &random))
            #expect(found.map(\.fileName) == contents.indices.map { "\($0)" })
            for (part, text) in zip(found, contents) {
                #expect(part.isTooLarge == (text.utf8.count > 100))
                #expect(part.bytes == (part.isTooLarge ? [] : Array(text.utf8)))
            }
        }
    }
}
