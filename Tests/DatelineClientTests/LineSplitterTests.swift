import DatelineClient
import NIOCore
import TestSupport
import Testing

@Suite struct LineSplitterTests {
    private func split(_ text: String, chunk: Int, piece: Int = 20, longest: Int = 30) -> [LineSplitter.Piece] {
        var splitter = LineSplitter(pieceSize: piece, longestLine: longest)
        var pieces: [LineSplitter.Piece] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            pieces += splitter.take(ByteBuffer(bytes: rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
        }
        return pieces + splitter.finish()
    }

    private func lines(_ text: String, _ firstLine: Int) -> LineSplitter.Piece {
        .lines(ByteBuffer(string: text), firstLine: firstLine)
    }

    @Test func piecesEndAtLineEnds() {
        #expect(
            split("aaaa\nbbbb\ncccc\ndddd\neeee\nf", chunk: 4)
                == [lines("aaaa\nbbbb\ncccc\ndddd\n", 1), lines("eeee\nf", 5)])
        #expect(split("", chunk: 4) == [])
        #expect(split("\n\n", chunk: 1) == [lines("\n\n", 1)])
    }

    @Test func aLineLongerThanAPieceStandsAlone() {
        let long = String(repeating: "x", count: 28)
        #expect(split("a\n\(long)\nb\n", chunk: 4) == [lines("a\n", 1), lines(long + "\n", 2), lines("b\n", 3)])
    }

    @Test(arguments: [1, 3, 7, 19])
    func aLineThatIsTooLongIsLeftOut(chunk: Int) {
        let long = String(repeating: "x", count: 31)
        let pieces = split("a\n\(long)\nb\n\(long)\(long)", chunk: chunk)
        #expect(pieces == [lines("a\n", 1), .tooLong(line: 2), lines("b\n", 3), .tooLong(line: 4)])
        #expect(split(String(long.dropLast()) + "\n", chunk: chunk).contains(.tooLong(line: 1)) == false)
    }

    /// Whatever the chunks, the pieces concatenate to the text, start at line starts, and are bounded.
    @Test func nothingIsLost() {
        var random = SplitMix(seed: 1)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                Int.random(in: 0...6, using: &random) == 0 ? "\n" : "y"
            }.joined()
            let chunk = Int.random(in: 1...9, using: &random)
            var joined = ""
            for piece in split(text, chunk: chunk, longest: 1000) {
                guard case .lines(let bytes, let firstLine) = piece else { continue }
                #expect(firstLine == joined.count { $0 == "\n" } + 1)
                #expect(joined.isEmpty || joined.hasSuffix("\n"))
                let lines = String(buffer: bytes)
                let longest = lines.split(separator: "\n").map(\.utf8.count).max() ?? 0
                #expect(lines.utf8.count <= max(20, longest + 1) + chunk)
                joined += lines
            }
            #expect(joined == text)
        }
    }
}
