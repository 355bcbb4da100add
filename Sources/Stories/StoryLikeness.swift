/// How alike two articles are, by their signatures.
package struct StoryLikeness: Equatable, Sendable {
    /// Word triples that both have over those that one of them has; an estimate.
    package private(set) var jaccard: Double
    /// Word triples that both have over those of the shorter one; an estimate.
    package private(set) var containment: Double
    /// At sampled places that both have: the same fact, two names, two numbers. Two facts count only where neither stands
    /// anywhere in the other article.
    package private(set) var agreements = 0
    package private(set) var otherNames = 0
    package private(set) var otherNumbers = 0
    /// Whether each headline has a name that is not in the other article; whether each article names something again and
    /// again that the other does not.
    package private(set) var hasOtherHeadline = false
    package private(set) var hasOtherSubject = false
    /// Days between them; nil when one has no date.
    package private(set) var days: Int?
    /// Word triples of the shorter one.
    package private(set) var triples: Int

    package init(_ a: StorySignature, _ b: StorySignature) {
        let (alike, filled) = a.bins(in: b)
        jaccard = filled == 0 ? 0 : Double(alike) / Double(filled)
        triples = min(a.triples, b.triples)
        let both = jaccard / (1 + jaccard) * Double(a.triples + b.triples)
        containment = triples == 0 ? 0 : min(1, both / Double(triples))
        days = if let a = a.day, let b = b.day { abs(a - b) } else { nil }
        // Most pairs end here, and comparing facts is most of the work.
        if hasLikeText { compare(a.facts, b.facts) }
    }

    /// Whether the two articles are copies or rewrites of one another.
    package var isSameStory: Bool { hasLikeText && !hasOtherFacts && isOfItsTime }

    /// Either much of the words is the same, or the shorter one is nearly all in the other, which is not too long.
    var hasLikeText: Bool {
        if triples < Self.fewTriples { return jaccard >= 0.6 }
        return (jaccard >= 0.3 && containment >= 0.48) || (jaccard >= 0.15 && containment >= 0.8)
    }

    private static let fewTriples = 40

    /// Whether the same words stand around different names: a form, filled in twice. Numbers weigh less, for they change
    /// when a story goes on.
    private var hasOtherFacts: Bool {
        let weight = 6 * otherNames + 3 * otherNumbers + (hasOtherHeadline ? 12 : 0) + (hasOtherSubject ? 9 : 0)
        return weight >= 12
    }

    /// Copies come within days. What comes later is another occasion for much the same words, unless they are all the same.
    private var isOfItsTime: Bool {
        guard let days, days > 3 else { return true }
        return jaccard >= 0.9 && otherNames + otherNumbers == 0 && !hasOtherHeadline && !hasOtherSubject
    }

    private mutating func compare(_ a: ArticleFacts, _ b: ArticleFacts) {
        // One of them may have too many facts to keep.
        if a.facts.isEmpty || b.facts.isEmpty { return }
        hasOtherHeadline = ArticleFacts.differ((a, a.headline), (b, b.headline))
        hasOtherSubject = ArticleFacts.differ((a, a.subjects), (b, b.subjects))
        var different: [[UInt16]] = []
        var (i, j) = (0, 0)
        while i < a.samples.count, j < b.samples.count {
            let (one, other) = (a.samples[i], b.samples[j])
            i += one.place <= other.place ? 1 : 0
            j += other.place <= one.place ? 1 : 0
            if one.place == other.place { count(a.facts[one.fact], of: a, b.facts[other.fact], of: b, &different) }
        }
    }

    /// - Parameter different: the pairs found different so far; the same two count once, wherever they stand, so that a name
    ///   in another spelling weighs little.
    private mutating func count(
        _ one: UInt16, of a: ArticleFacts, _ other: UInt16, of b: ArticleFacts, _ different: inout [[UInt16]]
    ) {
        if one == other {
            agreements += 1
        } else if !b.contains(one), !a.contains(other), !different.contains([one, other]) {
            different.append([one, other])
            if ArticleFacts.isName(one) && ArticleFacts.isName(other) { otherNames += 1 } else { otherNumbers += 1 }
        }
    }
}
