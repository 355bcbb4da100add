/// Articles of which it is known which are copies of one another.
package struct DuplicateSet: Sendable {
    /// An article's text under its id.
    package struct Article: Equatable, Sendable {
        package var id: String
        package var text: String
    }

    /// Two ids, the lesser first.
    package struct Pair: Hashable, Sendable {
        package var first: String
        package var second: String

        package init(_ a: String, _ b: String) { (first, second) = a < b ? (a, b) : (b, a) }
    }

    package private(set) var articles: [Article] = []
    package private(set) var pairs: Set<Pair> = []

    /// - Parameters:
    ///   - articles: an article a line, its id, a space and its text.
    ///   - pairs: a pair a line, two ids with a space between them.
    /// - Throws: for a line of another form, an id that comes twice, a pair of what is no article; with file and line.
    package init(
        articles: String, name: String, pairs: String, pairsName: String
    ) throws(EvaluationError) {
        var ids: Set<String> = []
        for (number, line) in articles.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty { continue }
            guard let space = line.firstIndex(of: " "), space > line.startIndex else {
                throw EvaluationError("\(name):\(number + 1): no id and text", hint: "a line is an id, a space, a text")
            }
            let id = String(line[..<space])
            guard ids.insert(id).inserted else { throw EvaluationError("\(name):\(number + 1): \(id) comes twice") }
            self.articles.append(Article(id: id, text: String(line[line.index(after: space)...])))
        }
        for (number, line) in pairs.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(separator: " ").map(String.init)
            if words.isEmpty { continue }
            guard words.count == 2, words[0] != words[1] else {
                throw EvaluationError(
                    "\(pairsName):\(number + 1): no pair", hint: "a line is two ids with a space between")
            }
            for id in words where !ids.contains(id) {
                throw EvaluationError("\(pairsName):\(number + 1): there is no article \(id)")
            }
            self.pairs.insert(Pair(words[0], words[1]))
        }
        guard !self.articles.isEmpty else { throw EvaluationError("\(name): there are no articles in it") }
    }

    /// Reads both files. Blocks.
    package init(articles: String, pairs: String) throws(EvaluationError) {
        try self.init(
            articles: try LabelledFile.contents(articles), name: articles, pairs: try LabelledFile.contents(pairs),
            pairsName: pairs)
    }
}
