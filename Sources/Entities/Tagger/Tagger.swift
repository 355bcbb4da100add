
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

    private let model: TaggerModel
    private var chain: Chain
    /// What the first pass says of a word, summed over its occurrences.
    private var evidence: [UInt32: TypeEvidence] = [:]

    init(_ model: TaggerModel) {
        self.model = model
        chain = Chain(weights: model.transitions)
    }

    /// The names in `text`, ascending, not overlapping.
    mutating func names(in text: FeatureText) -> [Name] {
        let scores = scores(of: text)
        let first = marginals(scores, text)
        var names: [Name] = []
        var tags: [UInt8] = []
        var offset = 0
        for region in text.regions {
            chain.load(scores, from: offset, count: region.count)
            for index in region where text.words[index].isActive {
                let word = offset + index - region.lowerBound
                guard let all = evidence[text.words[index].word], all.count > 1 else { continue }
                all.without(TypeEvidence(first, at: word)).add(to: &chain.scores, at: index - region.lowerBound)
            }
            tags.removeAll(keepingCapacity: true)
            chain.decode(into: &tags)
            Self.append(tags, of: region, to: &names)
            offset += region.count
        }
        return names
    }

    /// The scores of all words in regions, `word × tags + tag`.
    private func scores(of text: FeatureText) -> [Float] {
        let count = text.regions.reduce(0) { $0 + $1.count }
        var reader = FeatureReader(text)
        return [Float](unsafeUninitializedCapacity: count * Tag.count) { scores, initialized in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureReader.capacity) { features in
                var next = 0
                for (region, sentence) in zip(text.regions, text.sentences) {
                    for index in region {
                        let found = reader.read(index, region: region, sentence: sentence, into: features)
                        let sum = model.weights.sum(UnsafeBufferPointer(rebasing: features[..<found]))
                        for tag in 0..<Tag.count {
                            scores.initializeElement(at: next, to: Float(sum[4 + tag]) * model.step)
                            next += 1
                        }
                    }
                }
            }
            initialized = count * Tag.count
        }
    }

    /// The probabilities of all tags of words in regions; sums them up by word on the way.
    private mutating func marginals(_ scores: [Float], _ text: FeatureText) -> [Float] {
        evidence.removeAll(keepingCapacity: true)
        var marginals: [Float] = []
        marginals.reserveCapacity(scores.count)
        var offset = 0
        for region in text.regions {
            chain.load(scores, from: offset, count: region.count)
            chain.computeMarginals()
            marginals.append(contentsOf: chain.marginals[..<(region.count * Tag.count)])
            for index in region where text.words[index].isActive {
                let one = TypeEvidence(marginals, at: offset + index - region.lowerBound)
                evidence[text.words[index].word, default: TypeEvidence()].add(one)
            }
            offset += region.count
        }
        return marginals
    }

    private static func append(_ tags: [UInt8], of region: Range<Int>, to names: inout [Name]) {
        for (place, index) in region.enumerated() {
            let tag = Tag(index: Int(tags[place]))
            guard let type = tag.type else { continue }
            if tag.isInside {
                let last = names.count - 1
                names[last].words = names[last].words.lowerBound..<index + 1
            } else {
                names.append(Name(words: index..<index + 1, type: type))
            }
        }
    }
}
