import Corpus
import Testing

struct StableHashTests {
    /// Values of the reference implementation of MurmurHash3 x64 128, first half first.
    @Test(arguments: [
        ("", "00000000000000000000000000000000"),
        ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
        ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ])
    func equalsTheReference(text: String, expected: String) {
        #expect(StableHash(text).description == expected)
    }

    @Test func everyByteAndLengthCounts() {
        var seen: Set<StableHash> = []
        for length in 0..<64 {
            var bytes = [UInt8](repeating: 7, count: length)
            seen.insert(StableHash(bytes.span))
            for index in bytes.indices {
                bytes[index] = 8
                seen.insert(StableHash(bytes.span))
                bytes[index] = 7
            }
        }
        #expect(seen.count == 64 + 63 * 64 / 2)
    }
}
