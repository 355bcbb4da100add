internal import Glibc

/// What occurrences of a word were taken for: how many there are, and the sums of the probabilities of no name and of
/// each type.
struct TypeEvidence {
    /// How many occurrences there are, whether or not they are in the sums.
    var count = 0
    private var sums = SIMD8<Float>()

    init() {}

    /// The evidence of one word from its tags' probabilities.
    init(_ marginals: [Float], at word: Int) {
        count = 1
        let start = word * Tag.count
        sums[0] = marginals[start]
        for type in 1...EntityType.allCases.count {
            sums[type] = marginals[start + 2 * type - 1] + marginals[start + 2 * type]
        }
    }

    /// Adds the sums of an occurrence that was counted already.
    mutating func add(_ other: TypeEvidence) {
        sums += other.sums
    }

    func without(_ other: TypeEvidence) -> TypeEvidence {
        var rest = self
        rest.count -= other.count
        rest.sums -= other.sums
        return rest
    }

    /// Adds the evidence to the scores of word `word`: for each tag the logarithm of how often the others have its type.
    func add(to scores: inout [Float], at word: Int) {
        for type in 0...EntityType.allCases.count {
            let share = (max(0, sums[type]) + Self.prior) / (Float(count) + 5 * Self.prior)
            let bonus = Self.weight * logf(share)
            if type == 0 {
                scores[word * Tag.count] += bonus
            } else {
                scores[word * Tag.count + 2 * type - 1] += bonus
                scores[word * Tag.count + 2 * type] += bonus
            }
        }
    }

    /// Chosen on held-back parts of the labelled news: docs/ENTITIES.md.
    private static let prior: Float = 0.2
    private static let weight: Float = 1
}
