package import TextAnalysis

/// Finds the entities that a text mentions: labels its names, gives each the canonical name it has in the article.
///
/// A recognizer is immutable and may be used from several threads at once.
package struct EntityRecognizer: Sendable {
    let gazetteer: Gazetteer
    private let model: TaggerModel?

    /// - Parameter model: nil leaves the labelling to gazetteer and rules, which prefer no mention to a wrong one.
    package init(gazetteer: Gazetteer, model: TaggerModel?) {
        self.gazetteer = gazetteer
        self.model = model
    }

    /// The mentions in `text`, ascending, not overlapping.
    ///
    /// - Parameters:
    ///   - tokens: `Tokenizer.tokens(in: text)`.
    ///   - title: The article's headline. Names in it help to resolve those of the text, but are no mentions.
    ///   - claims: What something else found in `text`: it is taken as found, and wins over what the rules find there.
    package func mentions(in text: String, tokens: [Token], title: String?, claims: [Claim] = []) -> [Mention] {
        let annotated = AnnotatedText(text, tokens: tokens, gazetteer: gazetteer)
        let candidates = candidates(in: annotated)
        var resolver = NameResolver(gazetteer: gazetteer)
        let claimed = ClaimedNames(claims, in: annotated, gazetteer: gazetteer)
        claimed.register(with: candidates, in: &resolver)
        if let title {
            let headline = AnnotatedText(title, tokens: Tokenizer.tokens(in: title), gazetteer: gazetteer)
            resolver.register(self.candidates(in: headline), of: headline)
        }
        return claimed.merged(with: candidates.flatMap { resolver.mentions($0, of: annotated) }, by: resolver)
    }

    private func candidates(in text: AnnotatedText) -> [Candidate] {
        let candidates = CandidateFinder.candidates(in: text, gazetteer: gazetteer)
        guard let model else { return candidates }
        var tagger = Tagger(model)
        let names = tagger.names(
            in: FeatureText(text, candidates: candidates, gazetteer: gazetteer, casing: model.casing))
        return NameReader(text: text, gazetteer: gazetteer).candidates(names, rules: candidates)
    }
}
