internal import Entities
internal import TextAnalysis

/// Reads text with its names in brackets, `[LOC Baku] greets [PER Ilham Aliyev].`: one sentence a line, an empty line
/// between articles, lines that begin with `#` skipped. The labelled news of `index/training` is written so.
package enum MarkedReader {
    /// The articles of a file's contents. `name` is for error messages.
    package static func articles(of contents: String, name: String) throws(EvaluationError) -> [LabelledArticle] {
        var articles: [LabelledArticle] = []
        var text: [UInt8] = []
        var names: [(range: Range<Int>, type: EntityType)] = []
        func finish() {
            if !text.isEmpty { articles.append(article(text, names)) }
            text = []
            names = []
        }
        var number = 0
        for line in contents.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.hasPrefix("#") { continue }
            if line.isEmpty {
                finish()
                continue
            }
            if !text.isEmpty { text += "\n\n".utf8 }
            do {
                try read(line, &text, &names)
            } catch {
                throw EvaluationError("\(name):\(number): \(error.message)", hint: error.hint)
            }
        }
        finish()
        return articles
    }

    private static func read(
        _ line: Substring, _ text: inout [UInt8], _ names: inout [(range: Range<Int>, type: EntityType)]
    ) throws(EvaluationError) {
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            text += rest[..<open].utf8
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: "]"), let blank = inside[..<close].firstIndex(of: " "),
                let type = EntityType.allCases.first(where: { $0.label == inside[..<blank] })
            else {
                throw EvaluationError(
                    "'\(rest[open...].prefix(30))' is no labelled name",
                    hint: "write [PER …], [LOC …], [ORG …] or [MISC …]")
            }
            let start = text.count
            text += inside[inside.index(after: blank)..<close].utf8
            names.append((start..<text.count, type))
            rest = inside[inside.index(after: close)...]
        }
        text += rest.utf8
    }

    /// The article with our own tokens, which are words: a name has all that it touches.
    private static func article(_ text: [UInt8], _ names: [(range: Range<Int>, type: EntityType)]) -> LabelledArticle {
        let tokens = Tokenizer.tokens(in: text.span).filter { $0.kind != .ideographPair }.map(\.range)
        var article = LabelledArticle(text: String(decoding: text, as: UTF8.self), tokens: tokens, spans: [])
        for name in names {
            guard let touched = article.tokens(touching: name.range) else { continue }
            article.spans.append(LabelledArticle.Span(tokens: touched, type: name.type))
        }
        return article
    }
}
