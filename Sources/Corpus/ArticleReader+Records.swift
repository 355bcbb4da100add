extension ArticleReader {
    /// Finishes the articles of a file that holds several, each on its own, and puts the line into its error.
    ///
    /// - Parameter file: The file's name, when it holds one article.
    static func records(
        _ found: [(line: Int, name: String?, article: Result<Article, ReaderError>)], file: String? = nil
    ) -> [Outcome] {
        found.map { line, name, article in
            do throws(ReaderError) {
                var article = try article.get()
                if article.id.isEmpty { article.id = article.url ?? "" }
                article.tidy()
                return .success(try finished(article, name: name, file: file))
            } catch {
                var error = error
                error.line = error.line ?? line
                return .failure(error)
            }
        }
    }

    /// The text of XML or SGML. Bytes that are not UTF-8 are read as Windows-1252, unless the file says that they are
    /// something else.
    static func markup(_ bytes: [UInt8]) throws(ReaderError) -> String {
        let opening = String(decoding: bytes.prefix(200), as: UTF8.self)
        if opening.hasPrefix("<?xml"), String(validating: bytes, as: UTF8.self) == nil,
            !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]),
            let name = opening.prefix(while: { $0 != ">" }).firstRange(of: "encoding=").map({
                opening[$0.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
            }), !["iso-8859-1", "windows-1252", "us-ascii", "utf-8"].contains(name.lowercased())
        {
            throw ReaderError(
                .invalidUTF8, "the file is in the encoding \(name.prefix(40).cleanLine() ?? "")",
                hint: "convert the file, for example with iconv -t UTF-8")
        }
        return try text(bytes)
    }
}

extension Article {
    /// Leaves no blank ends, control characters or empty names in what was put together from parts, so that the article
    /// is the same when it is exported and read again.
    fileprivate mutating func tidy() {
        title = title?.cleanLine()
        dateline = dateline?.cleanLine()
        authors = authors.compactMap { $0.cleanLine() }
        tags = tags.compactMap { $0.cleanLine() }
        entities = entities.compactMap { entity in
            entity.name.cleanLine().map { GivenEntity(type: entity.type, name: $0, range: entity.range) }
        }
    }
}
