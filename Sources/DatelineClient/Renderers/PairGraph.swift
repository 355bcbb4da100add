package import DatelineAPI

/// Pairs as a graph for other programs, page by page: values are nodes, pairs are edges.
package enum PairGraph: String, CaseIterable, Sendable {
    /// A table of edges that Gephi and other programs import, with tabs between its columns.
    case edges
    /// The language of Graphviz.
    case dot

    /// What stands before the first page.
    package var head: String {
        switch self {
        case .edges: "Source\tTarget\tWeight\tType\n"
        case .dot: "graph pairs {\n"
        }
    }

    /// What stands after the last page.
    package var tail: String { self == .dot ? "}\n" : "" }

    /// The edges of a page. A node is called `field=value`, which filters take, and labelled with the value alone.
    /// - Parameters: `countsPassages` makes the weight of an edge passages instead of articles; `known` is the nodes of the
    ///   pages before, and gets those of this one.
    package func page(_ reply: PairsReply, countsPassages: Bool, known: inout Set<String>) -> String {
        var text = ""
        for pair in reply.pairs {
            let (first, second) = (PairLines.first(pair, reply), PairLines.second(pair, reply))
            let weight = countsPassages ? pair.passages : pair.articles
            switch self {
            case .edges:
                text += "\(Self.cell(first))\t\(Self.cell(second))\t\(weight)\tUndirected\n"
            case .dot:
                for (node, label) in [(first, pair.first), (second, pair.second)] where known.insert(node).inserted {
                    text += "  \(Self.quoted(node)) [label=\(Self.quoted(label))];\n"
                }
                text += "  \(Self.quoted(first)) -- \(Self.quoted(second)) [weight=\(weight)];\n"
            }
        }
        return text
    }

    /// A cell as programs read it that import tables: a quote in it is doubled between quotes.
    private static func cell(_ text: String) -> String {
        let text = TerminalText.safe(text)
        return text.contains("\"") ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    private static func quoted(_ text: String) -> String {
        let text = TerminalText.safe(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(text)\""
    }
}
