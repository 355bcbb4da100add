/// Finds the articles in XML and SGML: items of RSS and entries of Atom, articles of Reuters-21578, NITF documents, and
/// items of NewsML-G2. Which of these a file is in is told by its elements.
enum MarkupArticles {
    /// One article, or why it cannot be read, and the number of the line that it begins in.
    typealias Outcome = (line: Int, article: Result<Article, ReaderError>)

    /// The articles of a text, not yet checked by `ArticleReader.finished`.
    /// - Throws: `ReaderError` when the text is in none of these forms.
    static func articles(from text: String) throws(ReaderError) -> [Outcome] {
        var reader = MarkupReader(text)
        var outcomes: [Outcome] = []
        var feed: FeedReader?
        var root: String?
        while let (start, isEmpty) = reader.nextStart() {
            root = root ?? start.localName
            func whole() -> MarkupElement { isEmpty ? start : reader.complete(start) }
            func add(_ read: (MarkupElement) throws(ReaderError) -> Article) {
                let element = whole()
                outcomes.append((element.line, Result { () throws(ReaderError) in try read(element) }))
            }
            switch start.localName {
            case "html" where root == "html": return [(start.line, .success(HTMLReader.article(from: text)))]
            case "rss", "rdf", "feed": feed = FeedReader(start)
            case "channel" where feed != nil: continue
            case "item", "entry":
                guard let current = feed else { continue }
                add(current.article)
            case "reuters": add(ReutersReader.article)
            case "nitf": add(NITFReader.article)
            case "newsitem": add(NewsMLReader.article)
            default:
                // What a feed says of itself stands beside its items.
                if feed != nil { feed?.read(whole()) }
            }
        }
        guard let root else {
            throw ReaderError(.invalidXML, "the file has no elements", hint: "it should be XML or SGML")
        }
        if outcomes.isEmpty, feed == nil {
            throw ReaderError(
                .invalidXML, "no articles are known in files of <\(root.prefix(40))>",
                hint: "what is read is RSS, Atom, NITF, NewsML-G2, Reuters SGML and XHTML")
        }
        return outcomes
    }
}
