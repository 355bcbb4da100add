internal import Glibc

/// A linear chain over tags: scores of a region's words, from which the best tags and each tag's probability follow.
///
/// Forward-backward and Viterbi as in Rabiner, "A tutorial on hidden Markov models" (1989), with scores in place of
/// log probabilities. Its buffers are used again for the next region; lives on one thread.
package struct Chain {
    static let tags = Tag.count

    /// Scores of neighbouring tags, `previous × tags + next`, and −∞ where one may not follow the other.
    let transitions: [Float]
    /// The same, exponentiated.
    private let factors: [Float]
    /// Scores of tags, `word × tags + tag`; set these.
    package var scores: [Float] = []
    /// The probability of each tag, `word × tags + tag`, after `computeMarginals`.
    package private(set) var marginals: [Float] = []
    private(set) var count = 0

    private var forward: [Float] = []
    private var backward: [Float] = []
    private var back: [UInt8] = []

    /// - Parameter weights: `previous × tags + next`; what may not stand behind its neighbour is forbidden here.
    package init(weights: [Float]) {
        transitions = (0..<Self.tags * Self.tags).map { pair in
            Tag(index: pair % Self.tags).mayFollow(Tag(index: pair / Self.tags)) ? weights[pair] : -.infinity
        }
        factors = transitions.map { $0 == -.infinity ? 0 : Float(exp(Double($0))) }
    }

    /// Makes room for `count` words.
    package mutating func resize(_ count: Int) {
        self.count = count
        let size = count * Self.tags
        guard scores.count < size else { return }
        scores = [Float](repeating: 0, count: size)
        marginals = scores
        forward = scores
        backward = scores
        back = [UInt8](repeating: 0, count: size)
    }

    /// Takes the scores of `count` words from word `first` of `all` on.
    mutating func load(_ all: [Float], from first: Int, count: Int) {
        resize(count)
        let start = first * Self.tags
        for index in 0..<count * Self.tags { scores[index] = all[start + index] }
    }

    /// The best tags, appended to `tags`; before the region and after it stands no name.
    mutating func decode(into tags: inout [UInt8]) {
        guard count > 0 else { return }
        let width = Self.tags
        for tag in 0..<width { forward[tag] = transitions[tag] + scores[tag] }
        for word in stride(from: 1, to: count, by: 1) {
            for tag in 0..<width {
                var best = -Float.infinity
                var from = 0
                for previous in 0..<width {
                    let score = forward[(word - 1) * width + previous] + transitions[previous * width + tag]
                    if score > best {
                        best = score
                        from = previous
                    }
                }
                forward[word * width + tag] = best + scores[word * width + tag]
                back[word * width + tag] = UInt8(from)
            }
        }
        var best = 0
        let last = (count - 1) * width
        for tag in 1..<width
        where forward[last + tag] + transitions[tag * width]
            > forward[last + best] + transitions[best * width]
        { best = tag }
        let first = tags.count
        tags.append(contentsOf: repeatElement(0, count: count))
        for word in stride(from: count - 1, through: 0, by: -1) {
            tags[first + word] = UInt8(best)
            best = Int(back[word * width + best])
        }
    }

    /// Fills `marginals`, and returns the logarithm of the sum over all sequences of tags.
    @discardableResult
    package mutating func computeMarginals() -> Double {
        guard count > 0 else { return 0 }
        let width = Self.tags
        var logarithm = 0.0
        // Each word's forward values are scaled to sum to 1; backward values are scaled alike.
        for word in 0..<count {
            var top = -Float.infinity
            for tag in 0..<width { top = max(top, scores[word * width + tag]) }
            var sum: Float = 0
            for tag in 0..<width {
                var value: Float = 0
                if word == 0 {
                    value = factors[tag]
                } else {
                    for previous in 0..<width {
                        value += forward[(word - 1) * width + previous] * factors[previous * width + tag]
                    }
                }
                value *= exponential(scores[word * width + tag] - top)
                forward[word * width + tag] = value
                sum += value
            }
            for tag in 0..<width { forward[word * width + tag] /= sum }
            logarithm += log(Double(sum)) + Double(top)
        }
        for tag in 0..<width { backward[(count - 1) * width + tag] = factors[tag * width] }
        for word in stride(from: count - 2, through: 0, by: -1) {
            var top = -Float.infinity
            for tag in 0..<width { top = max(top, scores[(word + 1) * width + tag]) }
            var sum: Float = 0
            for next in 0..<width {
                marginals[next] =
                    backward[(word + 1) * width + next] * exponential(scores[(word + 1) * width + next] - top)
            }
            for tag in 0..<width {
                var value: Float = 0
                for next in 0..<width { value += factors[tag * width + next] * marginals[next] }
                backward[word * width + tag] = value
                sum += value
            }
            for tag in 0..<width { backward[word * width + tag] /= sum }
        }
        var end: Float = 0
        for tag in 0..<width { end += forward[(count - 1) * width + tag] * factors[tag * width] }
        logarithm += log(Double(end))
        for word in 0..<count {
            var sum: Float = 0
            for tag in 0..<width {
                let value = forward[word * width + tag] * backward[word * width + tag]
                marginals[word * width + tag] = value
                sum += value
            }
            for tag in 0..<width { marginals[word * width + tag] /= sum }
        }
        return logarithm
    }

    /// Adds the probability of each pair of neighbouring tags, the region's edges included, times `factor` to `pairs`,
    /// which is `previous × tags + next`. After `computeMarginals`.
    package func addPairs(to pairs: inout [Float], factor: Float) {
        guard count > 0 else { return }
        let width = Self.tags
        var products = [Float](repeating: 0, count: width * width)
        for word in 1..<max(count, 1) {
            var top = -Float.infinity
            for tag in 0..<width { top = max(top, scores[word * width + tag]) }
            var sum: Float = 0
            for tag in 0..<width {
                let rest = backward[word * width + tag] * exponential(scores[word * width + tag] - top)
                for previous in 0..<width {
                    let product =
                        forward[(word - 1) * width + previous] * factors[previous * width + tag] * rest
                    products[previous * width + tag] = product
                    sum += product
                }
            }
            for pair in products.indices { pairs[pair] += factor * products[pair] / sum }
        }
        for tag in 0..<width {
            pairs[tag] += factor * marginals[tag]
            pairs[tag * width] += factor * marginals[(count - 1) * width + tag]
        }
    }

    private func exponential(_ value: Float) -> Float { value < -80 ? 0 : expf(value) }
}
