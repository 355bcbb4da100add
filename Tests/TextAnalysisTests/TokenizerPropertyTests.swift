import TestSupport
import Testing
import TextAnalysis

struct TokenizerPropertyTests {
    @Test func tokensOfAnyBytesAscendWithinBounds() {
        var generator = SplitMix(seed: 1)
        for _ in 0..<30_000 {
            let bytes = RandomText.bytes(40, using: &generator)
            checkOrder(Tokenizer.tokens(in: bytes.span), count: bytes.count, "\(bytes)")
        }
    }

    @Test func tokensOfAnyTextAscendAndEndBetweenScalars() {
        var generator = SplitMix(seed: 2)
        for _ in 0..<20_000 {
            let text = RandomText.string(12, using: &generator)
            let tokens = Tokenizer.tokens(in: text)
            checkOrder(tokens, count: text.utf8.count, text)
            for token in tokens {
                #expect(String(Array(text.utf8)[token.range]) != nil, "\(text.debugDescription) \(token)")
            }
        }
    }

    /// Tokens ascend without overlap, save that a pair begins where its first ideograph does; positions count up by
    /// one.
    private func checkOrder(_ tokens: [Token], count: Int, _ comment: String) {
        var end = 0
        var position: Int32 = -1
        for token in tokens {
            let isOrdered =
                token.kind == .ideographPair
                ? token.start < end && token.end > end && token.position == position
                : token.start >= end && token.end > token.start && token.position == position + 1
            #expect(isOrdered && token.end <= count, "\(comment.debugDescription): \(token)")
            if token.kind != .ideographPair { end = Int(token.end) }
            position = token.position
        }
    }

    @Test func foldingTwiceIsFoldingOnce() {
        var generator = SplitMix(seed: 3)
        for _ in 0..<20_000 {
            let text = RandomText.string(10, using: &generator)
            let folded = Folding.folded(text)
            #expect(Folding.folded(folded) == folded, "\(text.debugDescription)")
            for token in Tokenizer.tokens(in: text) {
                let once = fold(Array(text.utf8), token.range)
                #expect(!once.isEmpty && fold(once, once.indices) == once, "\(text.debugDescription) \(token)")
            }
        }
    }

    @Test func foldedTokensAreTokensAgain() {
        var generator = SplitMix(seed: 4)
        for _ in 0..<20_000 {
            let text = RandomText.string(10, using: &generator)
            for token in Tokenizer.tokens(in: text) where token.kind != .ideographPair {
                let once = fold(Array(text.utf8), token.range)
                let again = Tokenizer.tokens(in: once.span)
                #expect(again.first?.range == once.indices, "\(text.debugDescription) \(token)")
            }
        }
    }

    @Test func foldingAnyBytesAndRangesIsSafe() {
        var generator = SplitMix(seed: 5)
        for _ in 0..<20_000 {
            let bytes = RandomText.bytes(20, using: &generator)
            let lower = Int.random(in: -5...25, using: &generator)
            let folded = fold(bytes, lower..<lower + Int.random(in: 0...20, using: &generator))
            #expect(String(folded) != nil, "\(bytes)")
        }
    }

    private func fold(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        Folding.fold(bytes.span, range, into: &output)
        return output
    }
}

extension String {
    /// The string of the bytes when they are UTF-8.
    fileprivate init?(_ bytes: some Collection<UInt8>) {
        self.init(validating: bytes, as: UTF8.self)
    }
}
