import TestSupport

@testable import XapianKit

extension DatelineFuzz {
    /// What the shim packs into blocks, against plain lists: postings, lengths, values, terms and matches of a few documents.
    ///
    /// An input's first bytes choose a block's size, the distance of docids and where cursors skip to; the rest is documents,
    /// a line each, of words.
    static let blocks = FuzzTarget(
        name: "blocks",
        seeds: [
            "\u{1}\u{1}\u{2}a b a\nb c\na c d d d\n\nb", "\u{3}\u{9}\u{14}x x x x\nx y\n\u{0} \u{0}\u{0}",
            "\u{0}\u{0}\u{0}a\na\na\na\na\na",
        ]
    ) { input in
        guard input.count > 3 else { return }
        let capacity = 1 + Int(input[0]) % 5
        let distance = 1 + UInt32(input[1])
        let goal = UInt32(input[2]) * distance / 8
        var texts: [UInt32: [[UInt8]]] = [:]
        for (place, line) in input[3...].split(separator: 0x0A, omittingEmptySubsequences: false).prefix(24)
            .enumerated()
        {
            texts[1 + UInt32(place) * distance] = line.split(separator: 0x20).map { Array($0) }
                .filter { XapianLibrary.canStore($0) }
        }
        do throws(XapianError) {
            let writer = blockStore.writer
            // What the input before left.
            for docid in try all(try writer.postings([]), capacity, false).map(\.docid) {
                try writer.delete(docid: docid)
            }
            for (docid, words) in texts {
                let document = try Document()
                for (place, word) in words.enumerated() { try document.addPosting(word, position: UInt32(place) + 1) }
                for (slot, word) in words.prefix(3).enumerated() { try document.setValue(word, slot: UInt32(slot)) }
                try writer.put(document, docid: docid)
            }
            try compare(writer, texts, capacity: capacity, goal: goal)
        } catch { fatalError("\(error)") }
    }

    /// A document of a block and what stands beside it.
    private struct Entry<Value: Equatable>: Equatable {
        var docid: UInt32
        var value: Value
    }

    private static func compare(
        _ database: Database, _ texts: [UInt32: [[UInt8]]], capacity: Int, goal: UInt32
    ) throws(XapianError) {
        let docids = texts.keys.sorted()
        let words = Set(texts.values.joined()).sorted { $0.lexicographicallyPrecedes($1) }
        for word in words.prefix(12) {
            let expected = docids.compactMap { docid in
                let count = UInt32(texts[docid]!.count { $0 == word })
                return count == 0 ? nil : Entry(docid: docid, value: count)
            }
            require(try all(try database.postings(word), capacity, true) == expected, "other postings")
            let cursor = try database.postings(word)
            require(Int(cursor.termFrequency) == expected.count, "another frequency")
            try cursor.skip(to: goal)
            require(
                try all(cursor, capacity, false).map(\.docid) == expected.map(\.docid).filter { $0 >= goal },
                "other postings after skipping")
            require(
                try database.collectionFrequency(word) == expected.reduce(0) { $0 + $1.value }, "other occurrences")
            require(try database.matchingDocids(try .term(word)) == expected.map(\.docid), "other matches")
            for entry in expected {
                let positions = texts[entry.docid]!.enumerated().filter { $0.element == word }.map {
                    UInt32($0.offset) + 1
                }
                require(try database.positions(of: word, docid: entry.docid) == positions, "other positions")
            }
        }
        let terms = try database.terms()
        var found: [[UInt8]] = []
        while let entry = try terms.next() { found.append(entry.bytes) }
        require(found == words, "other terms")

        let lengths = docids.map { Entry(docid: $0, value: UInt32(texts[$0]!.count)) }
        require(try all(try database.lengths(), capacity) == lengths, "other lengths")
        let cursor = try database.lengths()
        try cursor.skip(to: goal)
        require(try all(cursor, capacity) == lengths.filter { $0.docid >= goal }, "other lengths after skipping")

        for slot in 0..<3 {
            let values = docids.compactMap { docid in
                texts[docid]!.indices.contains(slot) ? Entry(docid: docid, value: texts[docid]![slot]) : nil
            }
            require(try all(try database.values(slot: UInt32(slot)), capacity) == values, "other values")
            let cursor = try database.values(slot: UInt32(slot))
            try cursor.skip(to: goal)
            require(try all(cursor, capacity) == values.filter { $0.docid >= goal }, "other values after skipping")
        }
        try compareMatches(database, texts, words)
    }

    private static func compareMatches(
        _ database: Database, _ texts: [UInt32: [[UInt8]]], _ words: [[UInt8]]
    ) throws(XapianError) {
        guard let first = words.first, let last = words.last else { return }
        func having(_ condition: ([[UInt8]]) -> Bool) -> [UInt32] { texts.filter { condition($0.value) }.keys.sorted() }
        let parts = [try XapianQuery.term(first), try XapianQuery.term(last)]
        require(
            try database.matchingDocids(try .and(parts)) == having { $0.contains(first) && $0.contains(last) },
            "other documents with both")
        let either = having { $0.contains(first) || $0.contains(last) }
        let query = try XapianQuery.or(parts)
        require(try database.matchingDocids(query) == either, "other documents with either")
        let whole = try database.match(query, weighting: .bm25(), limit: 100, checkAtLeast: 100)
        require(whole.docids.sorted() == either && whole.lowerBound == whole.upperBound, "other ranked documents")
        require(zip(whole.weights, whole.weights.dropFirst()).allSatisfy { $0 >= $1 }, "weights that rise")
        let page = try database.match(query, weighting: .bm25(), first: 1, limit: 2, checkAtLeast: 100)
        require(page.docids == Array(whole.docids.dropFirst().prefix(2)), "another page")
        require(
            try database.matchingDocids(try .phrase(parts))
                == having { zip($0, $0.dropFirst()).contains { $0 == first && $1 == last } }, "other phrases")
    }

    private static func all(
        _ cursor: PostingCursor, _ capacity: Int, _ withNumbers: Bool
    ) throws(XapianError) -> [Entry<UInt32>] {
        var block = PostingBlock(capacity: capacity, withNumbers: withNumbers)
        var entries: [Entry<UInt32>] = []
        while try cursor.nextBlock(into: &block) {
            for place in 0..<block.count {
                entries.append(Entry(docid: block.docids[place], value: withNumbers ? block.numbers[place] : 0))
            }
        }
        return entries
    }

    private static func all(_ cursor: LengthCursor, _ capacity: Int) throws(XapianError) -> [Entry<UInt32>] {
        var block = PostingBlock(capacity: capacity)
        var entries: [Entry<UInt32>] = []
        while try cursor.nextBlock(into: &block) {
            for place in 0..<block.count {
                entries.append(Entry(docid: block.docids[place], value: block.numbers[place]))
            }
        }
        return entries
    }

    private static func all(_ cursor: ValueCursor, _ capacity: Int) throws(XapianError) -> [Entry<[UInt8]>] {
        var block = ValueBlock(capacity: capacity)
        var entries: [Entry<[UInt8]>] = []
        while try cursor.nextBlock(into: &block) {
            for place in 0..<block.count {
                entries.append(Entry(docid: block.docids[place], value: Array(block.bytes[block.range(place)])))
            }
        }
        return entries
    }

    private struct BlockStore: @unchecked Sendable {
        // @unchecked Sendable: libFuzzer calls a target on one thread, and nobody else uses the database.
        var writer: WritableDatabase
    }

    private static let blockStore: BlockStore = {
        let path = Scratch.folder("blocks") + "/db"
        guard let writer = try? WritableDatabase(path: path, mode: .create, synchronous: false) else {
            fatalError("no database can be made")
        }
        return BlockStore(writer: writer)
    }()
}
