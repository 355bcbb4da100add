import TestSupport
import TextAnalysis

@testable import Entities

/// A text with labels as a tagger might give them: `[PER Steve Witkoff] met [PER Aliyev]`.
///
/// What comes after the tagger is tested with these, so that no test hangs on what a model happens to see.
struct LabelledText {
    private(set) var text = ""
    private(set) var spans: [(type: EntityType, range: Range<Int>)] = []

    init(_ marked: String) {
        var rest = marked[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            text += rest[..<open]
            let label = rest[rest.index(after: open)..<close]
            let name = label.drop { $0 != " " }.dropFirst()
            if let type = EntityType.allCases.first(where: { label.hasPrefix($0.label + " ") }) {
                let start = text.utf8.count
                spans.append((type, start..<start + name.utf8.count))
            }
            text += name
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    /// The text, and the candidates that its labels make.
    func candidates(_ gazetteer: Gazetteer) -> (AnnotatedText, [Candidate]) {
        let annotated = AnnotatedText(text, tokens: Tokenizer.tokens(in: text), gazetteer: gazetteer)
        let names = spans.compactMap { span in
            Claim(type: span.type, name: nil, range: span.range).words(of: annotated)
                .map { Tagger.Name(words: $0, type: span.type) }
        }
        let rules = CandidateFinder.candidates(in: annotated, gazetteer: gazetteer)
        return (annotated, NameReader(text: annotated, gazetteer: gazetteer).candidates(names, rules: rules))
    }
}

/// The mentions of a labelled text, each as `name <what the text says>`, or the name alone where it is the same; the
/// type stands before what is another than its label.
func resolve(_ marked: String, title: String = "") throws -> [String] {
    let gazetteer = try gazetteer.get()
    let labelled = LabelledText(marked)
    let (text, candidates) = labelled.candidates(gazetteer)
    let (headline, others) = LabelledText(title).candidates(gazetteer)
    var resolver = NameResolver(gazetteer: gazetteer)
    resolver.register(candidates, of: text)
    resolver.register(others, of: headline)
    let types = Dictionary(labelled.spans.map { ($0.range.lowerBound, $0.type) }, uniquingKeysWith: { $1 })
    return candidates.flatMap { resolver.mentions($0, of: text) }.map { mention in
        let surface = String(decoding: text.bytes[mention.range], as: UTF8.self)
        let type = types[mention.range.lowerBound].map { $0 == mention.type ? "" : "\(mention.type) " } ?? ""
        return type + (surface == mention.name ? surface : "\(mention.name) <\(surface)>")
    }
}
