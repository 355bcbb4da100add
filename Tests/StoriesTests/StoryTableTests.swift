import Stories
import TestSupport
import Testing

/// The table of stories against a plain list of their founders.
@Suite struct StoryTableTests {
    private static let words = (0..<4_000).map { "w\($0 * 7919 % 100_003)" }

    private func text(_ generator: inout SplitMix, words: Int = 200) -> [String] {
        (0..<words).map { _ in Self.words[Int(generator.next() % UInt64(Self.words.count))] }
    }

    private func signature(_ words: [String]) throws -> StorySignature {
        try #require(SignatureBuilder.signature(of: words.joined(separator: " ")))
    }

    @Test func copiesFindTheirFounderAmongThousands() throws {
        var generator = SplitMix(seed: 1)
        var table = StoryTable()
        var founders: [[String]] = []
        for number in 0..<3_000 {
            founders.append(text(&generator))
            table.add(UInt32(number), signature: try signature(founders[number]), members: 1)
        }
        #expect(table.count == 3_000)
        for number in stride(from: 0, to: 3_000, by: 17) {
            #expect(table.story(like: try signature(Array(founders[number].dropLast(60)))) == UInt32(number))
        }
        #expect(table.story(like: try signature(text(&generator))) == nil)
    }

    /// Each text is like the one before; the first and the last have nothing in common.
    @Test func storiesDoNotChain() throws {
        var generator = SplitMix(seed: 2)
        let all = text(&generator, words: 1_000)
        var table = StoryTable()
        var story: [UInt32] = []
        for (number, start) in stride(from: 0, to: 800, by: 40).enumerated() {
            let signature = try signature(Array(all[start..<start + 200]))
            let found = table.story(like: signature)
            if let found { table.join(found) } else { table.add(UInt32(number), signature: signature, members: 1) }
            story.append(found ?? UInt32(number))
        }
        #expect(Set(story).count >= 5)
        for (number, founder) in story.enumerated() { #expect(number - Int(founder) <= 3) }
    }

    @Test func aStoryGoesWithItsLastArticle() throws {
        var generator = SplitMix(seed: 3)
        var table = StoryTable()
        let words = text(&generator)
        let signature = try signature(words)
        table.add(7, signature: signature, members: 2)
        table.leave(7)
        #expect(table.story(like: signature) == 7 && table.members(of: 7) == 1)
        table.leave(7)
        #expect(table.story(like: signature) == nil && table.members(of: 7) == 0 && table.count == 0)
        #expect(table.signature(of: 7) == nil)
        table.leave(7)
        let joined = table.join(7)
        #expect(!joined)
        // The place of the story that is no more is found again when the table grows.
        for number in 100..<400 {
            table.add(UInt32(number), signature: try self.signature(text(&generator)), members: 1)
        }
        table.add(500, signature: signature, members: 1)
        #expect(table.story(like: signature) == 500 && table.count == 301)
    }

    /// A text that everybody sends again and again costs no more than others, and still has its story.
    @Test func commonKeysAreBounded() throws {
        var generator = SplitMix(seed: 4)
        var table = StoryTable()
        let form = text(&generator, words: 100)
        for number in 0..<500 {
            table.add(UInt32(number), signature: try signature(form + text(&generator, words: 300)), members: 1)
        }
        let new = text(&generator, words: 300)
        table.add(1_000, signature: try signature(form + new), members: 1)
        #expect(table.story(like: try signature(form + new.dropLast(20))) == 1_000)
    }
}
