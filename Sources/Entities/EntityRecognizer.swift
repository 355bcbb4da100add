package import TextAnalysis

/// Finds the entities that a text mentions: cuts out candidates, tells their types, resolves their names.
///
/// The rules prefer no mention to a wrong one. A recognizer is immutable and may be used from several threads at once.
package struct EntityRecognizer: Sendable {
    private let gazetteer: Gazetteer

    package init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// The mentions in `text`, ascending, not overlapping.
    ///
    /// - Parameters:
    ///   - tokens: `Tokenizer.tokens(in: text)`.
    ///   - title: The article's headline. Names in it help to resolve those of the text, but are no mentions.
    ///   - claims: What something else found in `text`: it is taken as found, and wins over what the rules find there.
    package func mentions(in text: String, tokens: [Token], title: String?, claims: [Claim] = []) -> [Mention] {
        let annotated = AnnotatedText(text, tokens: tokens, gazetteer: gazetteer)
        let candidates = CandidateFinder.candidates(in: annotated, gazetteer: gazetteer)
        var resolver = NameResolver(gazetteer: gazetteer)
        let claimed = ClaimedNames(claims, in: annotated, gazetteer: gazetteer)
        claimed.register(with: candidates, in: &resolver)
        if let title {
            let headline = AnnotatedText(title, tokens: Tokenizer.tokens(in: title), gazetteer: gazetteer)
            resolver.register(CandidateFinder.candidates(in: headline, gazetteer: gazetteer), of: headline)
        }
        return claimed.merged(with: candidates.flatMap { resolver.mentions($0, of: annotated) }, by: resolver)
    }
}
