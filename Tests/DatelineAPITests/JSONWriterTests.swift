import DatelineAPI
import Testing

/// The writer against `JSONEncoder`, byte for byte.
@Suite struct JSONWriterTests {
    private func expectEqual(_ value: some Encodable & JSONWritable) throws {
        let written = String(decoding: JSON.write(value), as: UTF8.self)
        let encoded = String(decoding: try JSON.encode(value), as: UTF8.self)
        #expect(written == encoded)
    }

    @Test func everyScalarInAString() throws {
        for value: UInt32 in 0...0x3000 {
            if let scalar = Unicode.Scalar(value) { try expectEqual(["<\(scalar)>", "\(scalar)"]) }
        }
        try expectEqual(["", "\u{FEFF}\u{FFFF}\u{1F600}\u{10FFFF}", "a/b\\c\"d\"", "\r\n", "e\u{301}"])
    }

    @Test(arguments: [
        0, -0.0, 1, -1, 1.5, 0.1, 1 / 3, 1e15, 1e16, 123_456_789_012_345_678, 1e21, 1e100, 5e-324, 1e-4, 1e-5, 2.5e-7,
        .greatestFiniteMagnitude, -.leastNormalMagnitude, .pi,
    ])
    func doubles(_ value: Double) throws { try expectEqual([value]) }

    @Test func integersAndBooleans() throws {
        try expectEqual([0, 1, -1, 9, 10, 99, 100, -10, .max, .min])
        try expectEqual([true, false])
        try expectEqual([Optional(1), nil])
    }

    @Test func dictionariesSortTheirKeys() throws {
        try expectEqual([
            "b": 1, "a": 2, "é": 3, "z": 4, "e\u{301}\u{302}": 5, "Ω": 6, "": 7, "\"": 8, "B": 9, "ab": 10,
        ])
        try expectEqual([String: Int]())
    }

    @Test func whatJSONCannotHoldIsNull() {
        #expect(JSON.write([Double.nan, .infinity]) == Array("[null,null]".utf8))
    }

    @Test(arguments: 0..<40) func randomReplies(_ seed: UInt64) throws {
        var random = RandomReply(seed: seed)
        for _ in 0..<10 {
            try expectEqual(random.search())
            try expectEqual(random.facetPage())
            try expectEqual(random.count())
            try expectEqual(random.ingest())
            try expectEqual(random.article())
            try expectEqual(random.passage())
            try expectEqual(random.delete())
            try expectEqual(random.gazetteerKept())
            try expectEqual(random.gazetteers())
            try expectEqual(random.status())
            try expectEqual(random.entities())
            try expectEqual(random.suggest())
            try expectEqual(random.stories())
            try expectEqual(random.pairs())
            try expectEqual(random.timeline())
            try expectEqual(random.screen())
            try expectEqual(random.corrections())
            try expectEqual(random.fields())
            try expectEqual(random.health())
            try expectEqual(random.error())
        }
    }
}
