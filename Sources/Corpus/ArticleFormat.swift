/// A form in which articles arrive.
package enum ArticleFormat: String, Sendable, CaseIterable {
    case plain, markdown, html, json, ndjson, csv, xml, sgml

    /// The format of an HTTP content type, whose parameters and letter case do not matter; nil for an unknown one.
    package init?(contentType: String) {
        let type = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        switch type {
        case "text/plain": self = .plain
        case "text/markdown", "text/x-markdown": self = .markdown
        case "text/html", "application/xhtml+xml": self = .html
        case "application/json", "text/json": self = .json
        case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines":
            self = .ndjson
        case "text/csv", "application/csv", "text/tab-separated-values": self = .csv
        case "application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml",
            "application/nitf+xml", "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml":
            self = .xml
        case "text/sgml", "application/sgml": self = .sgml
        default: return nil
        }
    }

    /// The format that a file name's extension stands for; nil for an unknown one.
    package init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "txt", "text": self = .plain
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "csv": self = .csv
        case "xml", "rss", "atom", "nitf": self = .xml
        case "sgml", "sgm": self = .sgml
        default: return nil
        }
    }

    /// The content type to send for this format.
    package var contentType: String {
        switch self {
        case .plain: "text/plain"
        case .markdown: "text/markdown"
        case .html: "text/html"
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv"
        case .xml: "application/xml"
        case .sgml: "text/sgml"
        }
    }
}
