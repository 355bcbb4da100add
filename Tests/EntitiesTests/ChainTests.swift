import Foundation
import TestSupport
import Testing

@testable import Entities

/// The chain's best tags and probabilities, against all sequences of tags counted one by one.
@Suite struct ChainTests {
    private struct Case {
        var weights: [Float]
        var scores: [Float]
        var count: Int

        init(_ random: inout SplitMix) {
            weights = (0..<Tag.count * Tag.count).map { _ in Float.random(in: -2...2, using: &random) }
            count = Int.random(in: 1...4, using: &random)
            scores = (0..<count * Tag.count).map { _ in Float.random(in: -4...4, using: &random) }
        }

        /// Calls `body` with every sequence that is allowed, and its score.
        func visit(_ body: ([Int], Double) -> Void) {
            func extend(_ tags: [Int], _ score: Double) {
                let previous = tags.last ?? 0
                if tags.count == count {
                    body(tags, score + Double(weights[previous * Tag.count]))
                    return
                }
                for tag in 0..<Tag.count where Tag(index: tag).mayFollow(Tag(index: previous)) {
                    let step = weights[previous * Tag.count + tag] + scores[tags.count * Tag.count + tag]
                    extend(tags + [tag], score + Double(step))
                }
            }
            extend([], 0)
        }

        var chain: Chain {
            var chain = Chain(weights: weights)
            chain.resize(count)
            for index in scores.indices { chain.scores[index] = scores[index] }
            return chain
        }
    }

    @Test func theBestTagsAreTheBestOfAll() {
        var random = SplitMix(seed: 1)
        for _ in 0..<30 {
            let one = Case(&random)
            var best: (tags: [Int], score: Double) = ([], -.infinity)
            one.visit { tags, score in if score > best.score { best = (tags, score) } }
            var tags: [UInt8] = []
            var chain = one.chain
            chain.decode(into: &tags)
            #expect(tags.map(Int.init) == best.tags)
        }
    }

    @Test func theProbabilitiesAreSharesOfAll() {
        var random = SplitMix(seed: 2)
        for _ in 0..<20 {
            let one = Case(&random)
            var sum = 0.0
            var marginals = [Double](repeating: 0, count: one.scores.count)
            var pairs = [Double](repeating: 0, count: Tag.count * Tag.count)
            one.visit { tags, score in
                sum += exp(score)
                for (word, tag) in tags.enumerated() { marginals[word * Tag.count + tag] += exp(score) }
                for (previous, next) in zip([0] + tags, tags + [0]) { pairs[previous * Tag.count + next] += exp(score) }
            }
            var chain = one.chain
            let logarithm = chain.computeMarginals()
            #expect(abs(logarithm - log(sum)) < 1e-3)
            for (index, marginal) in marginals.enumerated() {
                #expect(abs(Double(chain.marginals[index]) - marginal / sum) < 1e-4)
            }
            var found = [Float](repeating: 0, count: pairs.count)
            chain.addPairs(to: &found, factor: 2)
            for (pair, expected) in pairs.enumerated() {
                #expect(abs(Double(found[pair]) - 2 * expected / sum) < 1e-3)
            }
        }
    }
}
