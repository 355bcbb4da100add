package import Entities

/// A stretch of words to learn from: features, and what may be said of each word.
package struct TrainingExample: Sendable {
    package var features: [[UInt32]]
    /// For each word the tags that it may have, as bits; one bit where the label is known.
    package var allowed: [UInt16]
    /// How much it counts.
    package var weight: Float

    static let every: UInt16 = (1 << UInt16(Tag.count)) - 1

    /// The examples of labelled articles.
    ///
    /// - Parameter isLoose: the labels follow other conventions: what is unlabelled in a name's place, or MISC, may be
    ///   anything.
    package static func examples(
        of articles: [LabelledArticle], gazetteer: Gazetteer, model: TaggerModel, weight: Float = 1,
        isLoose: Bool = false
    ) -> [TrainingExample] {
        articles.flatMap { article in
            let text = TrainingText(article.text, gazetteer: gazetteer, model: model)
            let bytes = Array(article.text.utf8)
            return zip(text.regions, text.features).map { words, features in
                TrainingExample(
                    features: features,
                    allowed: words.enumerated().map { place, word in
                        allowed(word, after: place == 0 ? nil : words[place - 1], article, bytes, isLoose)
                    },
                    weight: weight)
            }
        }
    }

    private static func allowed(
        _ word: Range<Int>, after previous: Range<Int>?, _ article: LabelledArticle, _ bytes: [UInt8], _ isLoose: Bool
    ) -> UInt16 {
        guard let span = article.span(touching: word) else {
            return isLoose && (0x41...0x5A).contains(bytes[word.lowerBound]) ? every : 1
        }
        let type = article.spans[span].type
        if isLoose, type == .misc { return every }
        let continues = previous.flatMap(article.span(touching:)) == span
        return 1 << UInt16((continues ? Tag(later: type) : Tag(first: type)).index)
    }
}

extension LabelledArticle {
    /// The index of the span that `range` touches.
    func span(touching range: Range<Int>) -> Int? {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if self.range(of: spans[middle]).upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && self.range(of: spans[low]).lowerBound < range.upperBound ? low : nil
    }
}
