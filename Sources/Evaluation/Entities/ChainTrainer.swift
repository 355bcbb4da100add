internal import Entities

/// Learns the weights of the tagger's features by AdaGrad with regularized dual averaging and an L1 penalty (Duchi,
/// Hazan and Singer, 2011), on the likelihood of the labels.
///
/// The same examples and settings give the same weights: one thread, and a generator of our own.
package struct ChainTrainer {
    package struct Settings: Sendable {
        package var epochs = 6
        package var rate: Float = 0.05
        /// The penalty of one step.
        package var penalty: Float = 2e-5
        /// How often the features that name a word itself are left out.
        package var dropout: Float = 0.3
        package var seed: UInt64 = 1

        package init() {}
    }

    /// Keeps the first steps finite.
    private static let firstSquare: Float = 1e-3

    private let settings: Settings
    private var numbers: [UInt32: Int32] = [:]
    private var hashes: [UInt32] = []
    /// For each feature and tag: the sum of gradients and that of their squares.
    private var sums: [Float] = []
    private var squares: [Float] = []
    private var transitionSums: [Float] = []
    private var transitionSquares: [Float] = []
    private var step: Float = 0
    private var random: SplitMix

    /// The weights that `examples` teach: the means over as many runs as there are `seeds`.
    package static func train(_ examples: [TrainingExample], settings: Settings = Settings(), seeds: Int = 1)
        -> (weights: [UInt32: [Float]], transitions: [Float])
    {
        var trainer = ChainTrainer(settings)
        let words = examples.map { $0.features.map { trainer.numbers(of: $0) } }
        var weights = [Float](repeating: 0, count: trainer.hashes.count * Tag.count)
        var transitions = [Float](repeating: 0, count: Tag.count * Tag.count)
        for run in 0..<seeds {
            trainer.start(seed: settings.seed + UInt64(run))
            var order = Array(examples.indices)
            for _ in 0..<settings.epochs {
                order.shuffle(using: &trainer.random)
                for index in order { trainer.learn(words[index], examples[index]) }
            }
            trainer.add(to: &weights, &transitions, factor: 1 / Float(seeds))
        }
        var rows: [UInt32: [Float]] = [:]
        for (number, hash) in trainer.hashes.enumerated() {
            let row = weights[number * Tag.count..<(number + 1) * Tag.count]
            if row.contains(where: { $0 != 0 }) { rows[hash] = Array(row) }
        }
        return (rows, transitions)
    }

    private init(_ settings: Settings) {
        self.settings = settings
        random = SplitMix(state: settings.seed)
    }

    private mutating func numbers(of features: [UInt32]) -> [Int32] {
        features.map { feature in
            if let number = numbers[feature] { return number }
            let number = Int32(hashes.count)
            numbers[feature] = number
            hashes.append(feature)
            return number
        }
    }

    private func weight(_ sum: Float, _ square: Float, penalty: Float) -> Float {
        let size = max(0, sum.magnitude - penalty * step)
        return size == 0 ? 0 : (sum < 0 ? size : -size) * settings.rate / square.squareRoot()
    }

    private var transitions: [Float] {
        transitionSums.indices.map { weight(transitionSums[$0], transitionSquares[$0], penalty: 0) }
    }

    private mutating func learn(_ words: [[Int32]], _ example: TrainingExample) {
        step += 1
        let width = Tag.count
        let kept = words.map { features in
            random.nextFloat() < settings.dropout ? features.dropFirst(TrainingText.identityFeatures) : features[...]
        }
        var chain = Chain(weights: transitions)
        chain.resize(words.count)
        for (word, features) in kept.enumerated() {
            for feature in features {
                let start = Int(feature) * width
                for tag in 0..<width {
                    chain.scores[word * width + tag] += weight(
                        sums[start + tag], squares[start + tag], penalty: settings.penalty)
                }
            }
        }
        var gradient = [Float](repeating: 0, count: words.count * width)
        var pairs = [Float](repeating: 0, count: width * width)
        chain.computeMarginals()
        for index in gradient.indices { gradient[index] = chain.marginals[index] }
        chain.addPairs(to: &pairs, factor: 1)
        // The same with nothing but what the labels allow.
        for (word, allowed) in example.allowed.enumerated() {
            for tag in 0..<width where allowed >> UInt16(tag) & 1 == 0 { chain.scores[word * width + tag] = -1000 }
        }
        chain.computeMarginals()
        for index in gradient.indices { gradient[index] -= chain.marginals[index] }
        chain.addPairs(to: &pairs, factor: -1)

        for (word, features) in kept.enumerated() {
            for feature in features {
                let start = Int(feature) * width
                for tag in 0..<width {
                    let slope = gradient[word * width + tag] * example.weight
                    sums[start + tag] += slope
                    squares[start + tag] += slope * slope
                }
            }
        }
        for pair in pairs.indices {
            let slope = pairs[pair] * example.weight
            transitionSums[pair] += slope
            transitionSquares[pair] += slope * slope
        }
    }

    private mutating func start(seed: UInt64) {
        random = SplitMix(state: seed)
        step = 0
        sums = [Float](repeating: 0, count: hashes.count * Tag.count)
        squares = [Float](repeating: Self.firstSquare, count: hashes.count * Tag.count)
        transitionSums = [Float](repeating: 0, count: Tag.count * Tag.count)
        transitionSquares = [Float](repeating: Self.firstSquare, count: Tag.count * Tag.count)
    }

    private func add(to weights: inout [Float], _ pairs: inout [Float], factor: Float) {
        for index in weights.indices {
            weights[index] += factor * weight(sums[index], squares[index], penalty: settings.penalty)
        }
        let mine = transitions
        for pair in pairs.indices { pairs[pair] += factor * mine[pair] }
    }
}
