internal import TextAnalysis

/// A text as the trainer of the tagger's model needs it: the words to label, and their features.
package struct TrainingText: Sendable {
    /// UTF-8 ranges of each region's words.
    package let regions: [[Range<Int>]]
    /// Features of each region's words; the first `identityFeatures` of a word name the word itself.
    package let features: [[[UInt32]]]

    package static let identityFeatures = FeatureReader.identityFeatures

    /// - Parameter model: one with the casing of words; its weights are not used.
    package init(_ text: String, gazetteer: Gazetteer, model: TaggerModel) {
        let annotated = AnnotatedText(text, tokens: Tokenizer.tokens(in: text), gazetteer: gazetteer)
        let candidates = CandidateFinder.candidates(in: annotated, gazetteer: gazetteer)
        let text = FeatureText(annotated, candidates: candidates, gazetteer: gazetteer, casing: model.casing)
        var reader = FeatureReader(text)
        let buffer = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: FeatureReader.capacity)
        defer { buffer.deallocate() }
        regions = text.regions.map { region in region.map { annotated.words[$0].range } }
        features = zip(text.regions, text.sentences).map { region, sentence in
            region.map { index in
                let count = reader.read(index, sentence: sentence, into: buffer)
                return Array(buffer[..<count])
            }
        }
    }
}
