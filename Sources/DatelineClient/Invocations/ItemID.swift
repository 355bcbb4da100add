/// An id as the user gives it: of an article, or of a passage, which is the article's and `#` and a number.
enum ItemID {
    /// The article's part when the id has the form of a passage's; an article's own id may have it too.
    static func articlePart(_ id: String) -> String? {
        guard let mark = id.lastIndex(of: "#") else { return nil }
        let number = id[id.index(after: mark)...]
        guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(id[..<mark])
    }
}
