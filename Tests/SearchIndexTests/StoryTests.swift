import TestSupport
import Testing

@testable import SearchIndex

/// Stories as articles come and go, however they are written.
@Suite struct StoryTests {
    /// A wire story of its own for each number, in `variant` of a few versions.
    static func article(_ id: String, _ story: Int, variant: Int = 0) -> String {
        var random = SplitMix(seed: UInt64(story) &+ 1_000)
        let syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu"]
        func word() -> String { (0..<3).map { _ in syllables.randomElement(using: &random) ?? "" }.joined() }
        var paragraphs = (0..<4).map { _ in (0..<40).map { _ in word() }.joined(separator: " ") + "." }
        switch variant {
        case 1: paragraphs[0] = "Another lead that somebody wrote at another desk, in haste and without much care."
        case 2: paragraphs.removeLast()
        case 3: paragraphs.append("More is to follow, said the agency, when its correspondent can be reached.")
        default: break
        }
        let passages = paragraphs.map { "\"\($0)\"" }.joined(separator: ",")
        return "{\"id\":\"\(id)\",\"title\":\"Story \(story)\",\"passages\":[\(passages)]}"
    }

    private static let copies = [
        article("a/0", 1), article("b/0", 2), article("a/1", 1, variant: 1), article("c/0", 3),
        article("a/2", 1, variant: 2),
        article("b/1", 2, variant: 3),
    ]
    private static let groups: Set<Set<String>> = [["a/0", "a/1", "a/2"], ["b/0", "b/1"]]

    private func state(_ test: TestIndex) throws -> StoryState {
        let state = try StoryState(test)
        #expect(state.faults == [])
        return state
    }

    @Test func copiesOfOneBatchAreOneStory() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.copies.joined(separator: "\n"))
            #expect(try state(test).groups == Self.groups)
        }
    }

    @Test(arguments: [1, 1_000_000])
    func copiesOfOneLoadAreOneStory(_ ratio: Int) async throws {
        let limits = LoadTests.limits(ratio: ratio)
        try await TestIndex.with(load: limits) { test in
            // What is in the index is found too, and what is replaced on the way is no more.
            for line in [Self.article("a/9", 1), Self.article("d/0", 4), Self.article("e/0", 5)] {
                await LoadTests.stream(line, into: test.index)
            }
            let others = (100..<160).map { Self.article("x/\($0)", $0) }
            let lines = others[..<30] + Self.copies + others[30...] + [Self.article("d/0", 6), Self.article("c/0", 7)]
            let report = await LoadTests.stream(
                (lines + others[..<5]).joined(separator: "\n"), into: test.index, batch: 7)
            #expect(report.isComplete)
            let state = try state(test)
            #expect(state.groups == [["a/0", "a/1", "a/2", "a/9"], ["b/0", "b/1"]])
            #expect(state.members.count == 2 + 60 + 3)
        }
    }

    @Test func articlesComeAndGo() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.copies.joined(separator: "\n"))
            let before = try state(test)
            // The founder goes; its story stays, and takes copies of it.
            #expect(try await test.index.delete(ids: ["a/0"]) == [true])
            #expect(try state(test).groups == [["a/1", "a/2"], ["b/0", "b/1"]])
            try await test.ingest(Self.article("a/3", 1, variant: 3))
            let after = try state(test)
            #expect(after.groups == [["a/1", "a/2", "a/3"], ["b/0", "b/1"]])
            #expect(Set(after.members.keys) == Set(before.members.keys))
            // A new version that is like the old one keeps the story; another text founds one.
            try await test.ingest(Self.article("a/2", 1, variant: 3) + "\n" + Self.article("b/1", 8))
            #expect(try state(test).groups == [["a/1", "a/2", "a/3"]])
            // With the last article the story is no more, and the next copy founds another.
            _ = try await test.index.delete(ids: ["a/1", "a/2", "a/3"])
            #expect(try state(test).members.count == 3)
            try await test.ingest(Self.article("a/4", 1))
            let last = try state(test)
            #expect(last.groups == [] && last.members.count == 4)
            #expect(!Set(before.members.keys).contains(last.members.first { $0.value == ["a/4"] }?.key ?? 0))
        }
    }

    @Test(arguments: [false, true])
    func storiesOutliveTheProcess(_ rebuilds: Bool) async throws {
        try await TestSupport.withTemporaryFolder { folder in
            var before: [UInt32: Set<String>] = [:]
            for step in 0..<3 {
                let index = try await TestIndex.open(folder)
                let test = TestIndex(index: index, folder: folder)
                let state = try state(test)
                #expect(state.members == before)
                let lines = Self.copies[(2 * step)..<(2 * step + 2)]
                if step == 1 {
                    await LoadTests.stream(lines.joined(separator: "\n"), into: index)
                } else {
                    try await test.ingest(lines.joined(separator: "\n"))
                }
                before = try self.state(test).members
                await index.close()
                if rebuilds { FileTree.remove(folder + "/columns") }
            }
            #expect(Set(before.values.filter { $0.count > 1 }) == Self.groups)
        }
    }

    /// Any sequence of changes leaves stories whose members are all like the same text, and their records right.
    @Test func anySequenceOfChangesLeavesTheStoriesRight() async throws {
        var random = SplitMix(seed: 11)
        try await TestIndex.with(load: LoadTests.limits(ratio: 3)) { test in
            var texts: [String: Int] = [:]
            for _ in 0..<25 {
                var lines: [String] = []
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let (id, story) = (
                        "r/\(Int.random(in: 0..<20, using: &random))", Int.random(in: 0..<6, using: &random)
                    )
                    lines.append(Self.article(id, story, variant: Int.random(in: 0..<4, using: &random)))
                    texts[id] = story
                }
                if Bool.random(using: &random) {
                    try await test.ingest(lines.joined(separator: "\n"))
                } else {
                    await LoadTests.stream(lines.joined(separator: "\n"), into: test.index, batch: 2)
                }
                let gone = (0..<3).map { _ in "r/\(Int.random(in: 0..<20, using: &random))" }
                _ = try await test.index.delete(ids: gone)
                for id in gone { texts[id] = nil }
                let state = try state(test)
                #expect(Set(state.members.values.flatMap(\.self)) == Set(texts.keys))
                for ids in state.members.values { #expect(Set(ids.compactMap { texts[$0] }).count == 1) }
            }
        }
    }
}
