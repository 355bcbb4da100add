internal import TextAnalysis

/// Counts how words are cased in texts.
package struct CasingCounter: Sendable {
    /// By the 32 bits of a word that features are made of.
    package private(set) var words: [UInt32: WordCasing] = [:]

    package init() {}

    /// Counts the words of `text` that stand inside a sentence of prose.
    package mutating func add(_ text: String, gazetteer: Gazetteer) {
        let annotated = AnnotatedText(text, tokens: Tokenizer.tokens(in: text), gazetteer: gazetteer)
        for word in annotated.words where !word.opensSentence && word.style == .prose {
            let key = FeatureHash.word(word.hash) | 1
            switch word.shape {
            case .lower: words[key, default: WordCasing()].lower += 1
            case .capitalized: words[key, default: WordCasing()].capitalized += 1
            case .capitals, .initials: words[key, default: WordCasing()].capitals += 1
            case .other: break
            }
        }
    }

    /// Counts the words of a name of `type`.
    package mutating func add(name: String, of type: EntityType, gazetteer: Gazetteer) {
        for word in AnnotatedText(name, tokens: Tokenizer.tokens(in: name), gazetteer: gazetteer).words
        where word.shape.isCapital {
            words[FeatureHash.word(word.hash) | 1, default: WordCasing()].names[Int(type.rawValue)] += 1
        }
    }

    /// Forgets words seen fewer than `count` times.
    package mutating func drop(below count: Int) {
        words = words.filter { $0.value.count >= count || $0.value.names != SIMD4() }
    }
}
