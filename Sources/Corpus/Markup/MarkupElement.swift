/// One element of XML or SGML with all that is in it.
struct MarkupElement {
    enum Node {
        case element(MarkupElement)
        case text(String)
    }

    /// In lower case, with the prefix that is written: `dc:creator`.
    var name: String
    /// By name in lower case, without a prefix.
    var attributes: [String: String]
    var content: [Node] = []
    /// The number of the line that it begins in, from 1.
    var line: Int

    /// The name without its prefix.
    var localName: String { Self.local(name) }

    var children: [MarkupElement] {
        content.compactMap { node in
            if case .element(let element) = node { return element }
            return nil
        }
    }

    /// The children with this name; one without a prefix stands for any.
    func all(_ name: String) -> [MarkupElement] { children.filter { $0.isNamed(name) } }

    /// The first element at the end of a path of names.
    func first(_ path: String...) -> MarkupElement? { first(path[...]) }

    private func first(_ path: ArraySlice<String>) -> MarkupElement? {
        guard let name = path.first else { return self }
        for child in children where child.isNamed(name) {
            if let found = child.first(path.dropFirst()) { return found }
        }
        return nil
    }

    func isNamed(_ wanted: String) -> Bool { name == wanted || !wanted.contains(":") && localName == wanted }

    /// All elements with this name at any depth, in the order of the text.
    func descendants(_ name: String) -> [MarkupElement] {
        children.flatMap { ($0.isNamed(name) ? [$0] : []) + $0.descendants(name) }
    }

    /// All text in it, as it stands.
    var text: String {
        content.reduce(into: "") { text, node in
            switch node {
            case .text(let part): text += part
            case .element(let element): text += element.text
            }
        }
    }

    /// All text in it on one line, white space collapsed; nil when there is none.
    var lineOfText: String? {
        let words = text.split { $0.isWhitespace }
        return words.isEmpty ? nil : words.joined(separator: " ").cleanLine()
    }

    static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
