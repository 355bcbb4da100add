/// What is kept of an article to tell its copies and rewrites: a few hundred bytes, whatever its length.
///
/// It has a MinHash of the article's word triples (one permutation: a least hash for each of 96 bins), the keys under
/// which it is looked up, and a sample of its facts, by which articles that share a form but tell of different things
/// are kept apart. `StoryLikeness` compares two of them. See `docs/STORIES.md` for how the sizes were found.
package struct StorySignature: Equatable, Sendable {
    /// How many bins the triples' hashes fall into, and how many keys are made of them.
    static let bins = 96
    static let bands = 16
    /// How many places of facts are sampled.
    static let samples = 40
    /// An article with more facts than this is not told by them: it fills in no form.
    static let mostFacts = 160
    /// How many names of the headline are kept, and how many of those that the text names again and again.
    static let headlineNames = 12
    static let subjects = 4

    /// Offsets into `bytes`. Behind the fixed parts come the facts, two bytes each, and the sampled places, three each.
    private enum Layout {
        static let version = 0
        static let triples = 1
        static let day = 5
        static let bins = 9
        static let keys = bins + StorySignature.bins
        static let headline = keys + 3 * StorySignature.bands
        static let subjects = headline + StorySignature.headlineNames
        static let factCount = subjects + StorySignature.subjects
        static let facts = factCount + 1
    }

    private static let version: UInt8 = 1

    /// The stored form.
    package let bytes: [UInt8]

    /// Reads the stored form; nil for anything else.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= Layout.facts, bytes.first == Self.version else { return nil }
        let count = Int(bytes[Layout.factCount])
        let samples = Layout.facts + 2 * count
        guard samples <= bytes.count, (bytes.count - samples) % 3 == 0,
            bytes[Layout.headline..<Layout.factCount].allSatisfy({ $0 <= count }),
            stride(from: samples, to: bytes.count, by: 3).allSatisfy({ bytes[$0 + 2] < count })
        else { return nil }
        self.bytes = bytes
    }

    /// - Parameters:
    ///   - bins: a byte for each bin, 0 for an empty one.
    ///   - keys: 24 bits for each band, 0 for an empty one.
    init(triples: Int, day: Int?, bins: [UInt8], keys: [UInt32], facts: ArticleFacts) {
        var bytes: [UInt8] = [Self.version]
        bytes.reserveCapacity(Layout.facts + 2 * facts.facts.count + 3 * facts.samples.count)
        func append(_ value: UInt32, _ count: Int) {
            for byte in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))) }
        }
        append(UInt32(clamping: triples), 4)
        append(day.map { UInt32(clamping: $0) } ?? 0, 4)
        bytes += bins
        for key in keys { append(key, 3) }
        // One above the place in the facts, for 0 says that there is none.
        for (places, room) in [(facts.headline, Self.headlineNames), (facts.subjects, Self.subjects)] {
            for index in 0..<room { append(index < places.count ? UInt32(places[index] + 1) : 0, 1) }
        }
        append(UInt32(facts.facts.count), 1)
        for fact in facts.facts { append(UInt32(fact), 2) }
        for sample in facts.samples { append(UInt32(sample.place) | UInt32(sample.fact) << 16, 3) }
        self.bytes = bytes
    }

    /// How many word triples the article has.
    package var triples: Int { Int(value(at: Layout.triples, 4)) }

    /// The number of the day of publication; nil without a date.
    package var day: Int? {
        let day = Int(value(at: Layout.day, 4))
        return day == 0 ? nil : day
    }

    /// The key of a band; 0 for none.
    func key(_ band: Int) -> UInt32 { value(at: Layout.keys + 3 * band, 3) }

    /// How many bins are alike, of those that are not empty in both.
    func bins(in other: StorySignature) -> (alike: Int, filled: Int) {
        var (alike, filled) = (0, 0)
        bytes.withUnsafeBufferPointer { a in
            other.bytes.withUnsafeBufferPointer { b in
                for index in Layout.bins..<Layout.bins + Self.bins {
                    filled &+= a[index] | b[index] != 0 ? 1 : 0
                    alike &+= a[index] == b[index] && a[index] != 0 ? 1 : 0
                }
            }
        }
        return (alike, filled)
    }

    /// The facts; none when there are too many.
    var facts: ArticleFacts {
        var facts = ArticleFacts()
        let count = Int(bytes[Layout.factCount])
        facts.facts = (0..<count).map { UInt16(value(at: Layout.facts + 2 * $0, 2)) }
        func places(_ start: Int, _ room: Int) -> [Int] {
            (start..<start + room).compactMap { bytes[$0] == 0 ? nil : Int(bytes[$0]) - 1 }
        }
        facts.headline = places(Layout.headline, Self.headlineNames)
        facts.subjects = places(Layout.subjects, Self.subjects)
        let start = Layout.facts + 2 * count
        facts.samples = stride(from: start, to: bytes.count, by: 3).map { offset in
            ArticleFacts.Sample(place: UInt16(value(at: offset, 2)), fact: Int(bytes[offset + 2]))
        }
        return facts
    }

    private func value(at offset: Int, _ count: Int) -> UInt32 {
        var value: UInt32 = 0
        for byte in 0..<count { value |= UInt32(bytes[offset + byte]) << UInt32(8 * byte) }
        return value
    }
}
