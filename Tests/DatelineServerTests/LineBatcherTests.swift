import TestSupport
import Testing

@testable import DatelineServer

@Suite struct LineBatcherTests {
    private func pieces(
        _ chunks: [ArraySlice<UInt8>], batchSize: Int = 20, maxLine: Int = 30, firstLine: Int = 1
    ) -> [LineBatcher.Piece] {
        var batcher = LineBatcher(batchSize: batchSize, maxLine: maxLine, firstLine: firstLine)
        return chunks.flatMap { batcher.feed($0) } + batcher.finish()
    }

    private func pieces(_ text: String, firstLine: Int = 1) -> [LineBatcher.Piece] {
        pieces([Array(text.utf8)[...]], firstLine: firstLine)
    }

    private func lines(_ text: String, _ number: Int) -> LineBatcher.Piece {
        .lines(Array(text.utf8), firstLine: number)
    }

    @Test func aBatchEndsWithTheLineThatFillsIt() {
        let text = "aaaa\nbbbb\ncccc\ndddd\neeee\nf"
        #expect(pieces(text) == [lines("aaaa\nbbbb\ncccc\ndddd\n", 1), lines("eeee\nf", 5)])
        #expect(pieces(text, firstLine: 100) == [lines("aaaa\nbbbb\ncccc\ndddd\n", 100), lines("eeee\nf", 104)])
    }

    @Test func nothingGivesNothing() {
        #expect(pieces("") == [])
        #expect(pieces("\n") == [lines("\n", 1)])
    }

    @Test func aLineMayBeAsLongAsTheLimit() {
        let longest = String(repeating: "x", count: 30)
        #expect(pieces(longest) == [lines(longest, 1)])
        #expect(pieces("a\n\(longest)\nb") == [lines("a\n\(longest)\n", 1), lines("b", 3)])
    }

    @Test func aLongerLineIsDroppedAndReported() {
        let long = String(repeating: "x", count: 31)
        #expect(pieces(long) == [.tooLong(line: 1)])
        #expect(
            pieces("a\n\(long)\nb\n\(long)\(long)\n\nc")
                == [lines("a\n", 1), .tooLong(line: 2), lines("b\n", 3), .tooLong(line: 4), lines("\nc", 5)])
    }

    /// What broke off is no line; what came before it is.
    @Test func aStreamThatBreaksOffHasItsWholeLines() {
        var batcher = LineBatcher(batchSize: 20, maxLine: 30)
        #expect(batcher.feed(Array("a\nb\nc".utf8)) == [])
        #expect(batcher.breakOff() == [lines("a\nb\n", 1)])
        #expect(batcher.breakOff() == [])
    }

    /// Whatever the chunks, the pieces are those of the whole; and they hold the lines that splitting the text gives.
    @Test func chunksDoNotMatter() {
        var random = SplitMix(seed: 11)
        for round in 0..<400 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                random.pick(Array("\nxxxxxxxxxxxxxxxxxxxx".utf8))
            }
            let whole = pieces([bytes[...]])
            let chunked = pieces(chunks(bytes, longest: 1 + round % 40, using: &random))
            #expect(chunked == whole)

            var found: [Int: [UInt8]] = [:]
            var dropped: Set<Int> = []
            for piece in whole {
                switch piece {
                case .tooLong(let line): dropped.insert(line)
                case .lines(let bytes, let firstLine):
                    // Bounded: a batch that was not full yet, and one line.
                    #expect(!bytes.isEmpty && bytes.count <= 20 + 30)
                    for (offset, line) in numbered(bytes) { found[firstLine + offset] = line }
                }
            }
            let all = numbered(bytes).map { (number: $0 + 1, line: $1) }
            let kept = all.filter { $0.line.count <= 30 }
            #expect(found == Dictionary(uniqueKeysWithValues: kept.map { ($0.number, $0.line) }))
            #expect(dropped == Set(all.filter { $0.line.count > 30 }.map(\.number)))
        }
    }

    /// The lines of a text without their ends; after a last line end there is none.
    private func numbered(_ bytes: [UInt8]) -> [(Int, [UInt8])] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
        if lines.last == [] { lines.removeLast() }
        return Array(lines.enumerated()).map { ($0.offset, $0.element) }
    }
}
