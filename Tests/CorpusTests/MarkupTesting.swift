import Corpus

/// The articles of a file of XML or SGML in their printed form, or their errors as `code: description`.
func markup(_ text: String, _ format: ArticleFormat = .xml, name: String? = "n") -> [String] {
    ArticleReader.articles(from: Array(text.utf8), format: format, name: name).map { result in
        switch result {
        case .success(let article): "\(article)"
        case .failure(let error): "\(error.code.rawValue): \(error)"
        }
    }
}
