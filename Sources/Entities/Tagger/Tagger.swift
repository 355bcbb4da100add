/// Labels the names of a text by a conditional random field over its words (Lafferty, McCallum and Pereira, 2001).
///
/// Two passes: the second adds to each capitalized word what the first took its other occurrences in the text for
/// (after Krishnan and Manning, 2006, whose second pass was a model of its own). Lives on one thread.
struct Tagger {
    /// A name: words of the text, and what they name.
    struct Name: Equatable {
        var words: Range<Int>
        var type: EntityType
    }

    /// Added to the score of no name: texts of other sorts than the labelled ones have more that looks like a name.
    private static let reluctance: Float = 0.3

    private let model: TaggerModel
    private var chain: Chain
    /// What the first pass says of a word, summed over its occurrences.
    private var evidence = HashMap64(filler: TypeEvidence())

    init(_ model: TaggerModel) {
        self.model = model
        chain = model.chain
    }

    /// The names in `text`, ascending, not overlapping.
    mutating func names(in text: FeatureText) -> [Name] {
        let scores = scores(of: text)
        countWords(of: text)
        let first = marginals(scores, text)
        var names: [Name] = []
        var tags: [UInt8] = []
        var offset = 0
        for region in text.regions {
            chain.load(scores, from: offset, count: region.count)
            for index in region where text.words[index].isActive {
                guard let others = evidence[Self.key(text.words[index])], others.count > 1 else { continue }
                let word = offset + index - region.lowerBound
                others.without(TypeEvidence(first, at: word)).add(to: &chain.scores, at: index - region.lowerBound)
            }
            tags.removeAll(keepingCapacity: true)
            chain.decode(into: &tags)
            Self.append(tags, of: region, in: text, to: &names)
            offset += region.count
        }
        return names
    }

    private static func key(_ word: FeatureWord) -> UInt64 { UInt64(word.word) | 1 << 32 }

    /// Notes how often each word is in regions: there is evidence for those that occur twice.
    private mutating func countWords(of text: FeatureText) {
        evidence = HashMap64(filler: TypeEvidence(), capacity: text.regions.count)
        for region in text.regions {
            for index in region where text.words[index].isActive {
                let key = Self.key(text.words[index])
                var seen = evidence[key] ?? TypeEvidence()
                seen.count += 1
                evidence[key] = seen
            }
        }
    }

    /// The scores of all words in regions, `word × tags + tag`.
    private func scores(of text: FeatureText) -> [Float] {
        let count = text.regions.reduce(0) { $0 + $1.count }
        var reader = FeatureReader(text)
        return [Float](unsafeUninitializedCapacity: count * Tag.count) { scores, initialized in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureReader.capacity) { features in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureReader.capacity) { homes in
                    var next = 0
                    for (region, sentence) in zip(text.regions, text.sentences) {
                        for index in region {
                            let found = reader.read(index, sentence: sentence, into: features)
                            let sum = model.weights.sum(
                                UnsafeBufferPointer(rebasing: features[..<found]), homes: homes)
                            for tag in 0..<Tag.count {
                                let score = Float(sum[4 + tag]) * model.step + (tag == 0 ? Self.reluctance : 0)
                                scores.initializeElement(at: next, to: score)
                                next += 1
                            }
                        }
                    }
                }
            }
            initialized = count * Tag.count
        }
    }

    /// The probabilities of all tags of words in the regions that have a word which occurs twice, zeros for all others.
    /// Sums them up by word on the way.
    private mutating func marginals(_ scores: [Float], _ text: FeatureText) -> [Float] {
        var marginals = [Float](repeating: 0, count: scores.count)
        var offset = 0
        for region in text.regions {
            defer { offset += region.count }
            let hasEvidence = region.contains { index in
                text.words[index].isActive && evidence[Self.key(text.words[index])].map { $0.count > 1 } == true
            }
            guard hasEvidence else { continue }
            chain.load(scores, from: offset, count: region.count)
            chain.computeMarginals()
            for index in 0..<region.count * Tag.count { marginals[offset * Tag.count + index] = chain.marginals[index] }
            for index in region where text.words[index].isActive {
                let key = Self.key(text.words[index])
                guard var sum = evidence[key] else { continue }
                sum.add(TypeEvidence(marginals, at: offset + index - region.lowerBound))
                evidence[key] = sum
            }
        }
        return marginals
    }

    private static func append(_ tags: [UInt8], of region: Range<Int>, in text: FeatureText, to names: inout [Name]) {
        for (place, index) in region.enumerated() {
            let tag = Tag(index: Int(tags[place]))
            guard let type = tag.type else { continue }
            let word = text.source.words[index]
            // `Schmidt, Lee` are two people, `Schmidt, Jr.` is one.
            let isAnother = type == .person && word.gap == .comma && !word.traits.contains(.suffix)
            if tag.isInside, !isAnother {
                let last = names.count - 1
                names[last].words = names[last].words.lowerBound..<index + 1
            } else {
                names.append(Name(words: index..<index + 1, type: type))
            }
        }
    }
}
