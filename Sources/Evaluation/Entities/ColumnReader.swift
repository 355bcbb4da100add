internal import Entities

/// Reads `token⇥tag` lines: an empty line ends a sentence, `-DOCSTART-` begins an article.
///
/// Tags are `O`, `B-TYPE` and `I-TYPE` of PER, LOC, ORG and MISC; the tag is the last column. The text is rebuilt as a
/// page would print it: no blank before a comma or after a bracket, each sentence a paragraph of its own. Where a file
/// has no `-DOCSTART-`, twenty sentences are an article.
package enum ColumnReader {
    private static let sentencesAnArticle = 20

    /// The articles of a file's contents. `name` is for error messages.
    package static func articles(of contents: String, name: String) throws(EvaluationError) -> [LabelledArticle] {
        let isDivided = contents.contains("-DOCSTART-")
        var articles: [LabelledArticle] = []
        var builder = ArticleBuilder()
        func finish() {
            if let article = builder.article { articles.append(article) }
            builder = ArticleBuilder()
        }
        var number = 0
        for line in contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
            guard let token = columns.first, let last = columns.last else {
                builder.endSentence()
                if !isDivided, builder.sentences >= Self.sentencesAnArticle { finish() }
                continue
            }
            if token == "-DOCSTART-" {
                finish()
                continue
            }
            guard columns.count > 1, let tag = Tag(name: last) else {
                throw EvaluationError(
                    "\(name):\(number): '\(line)' is no token with a tag",
                    hint: "write a token, a tab, and one of O, B-PER, I-PER, …; types are PER, LOC, ORG and MISC")
            }
            builder.add(String(token), tag)
        }
        finish()
        return articles
    }
}
