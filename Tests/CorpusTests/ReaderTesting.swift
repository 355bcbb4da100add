import Corpus

/// The article in its printed form, or the error as `code: description`.
func printed(_ text: String, _ format: ArticleFormat, name: String? = "a") -> String {
    printed(Array(text.utf8), format, name: name)
}

func printed(_ bytes: [UInt8], _ format: ArticleFormat, name: String? = "a") -> String {
    do throws(ReaderError) {
        return try ArticleReader.article(from: bytes, format: format, name: name).description
    } catch {
        return "\(error.code.rawValue): \(error)"
    }
}
