/// The formats that the daemon reads, as the client tells them apart: by a file's name.
package enum InputFormat: String, CaseIterable, Sendable {
    case plain, markdown, html, json, ndjson, csv, xml, sgml

    /// By the extension, whatever its case; nil for one that is not known. What tells the compression is to be taken off first.
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

    /// The media type that the daemon goes by.
    package var contentType: String {
        switch self {
        case .plain: "text/plain; charset=utf-8"
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
