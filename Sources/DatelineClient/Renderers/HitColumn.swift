import DatelineAPI

/// One column of a list of hits: what `--fields` names.
package enum HitColumn: String, CaseIterable, CodingKey, Sendable {
    case score, id, date, source, title, text, article, url, start, end

    /// What tsv prints when nothing else is asked for.
    package static let usual: [HitColumn] = [.score, .id, .date, .source, .title, .text]

    /// The columns of a list such as `id,title`.
    ///
    /// - Throws: ``ClientError`` with the code `usage` for an unknown one.
    package static func parse(_ list: String) throws(ClientError) -> [HitColumn] {
        var columns: [HitColumn] = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            guard let column = HitColumn(rawValue: String(name)) else {
                throw .usage(
                    "there is no column \"\(name)\"",
                    hint: "known are \(allCases.map(\.rawValue).joined(separator: ", "))")
            }
            columns.append(column)
        }
        return columns
    }

    /// The value as tsv prints it, before escaping; empty when absent.
    func text(of hit: Hit) -> String {
        switch self {
        case .score: String(hit.score)
        case .id: hit.id
        case .date: hit.article.date ?? ""
        case .source: hit.article.source ?? ""
        case .title: hit.article.title ?? ""
        case .text: hit.text
        case .article: hit.article.id
        case .url: hit.article.url ?? ""
        case .start: String(hit.bytes.start)
        case .end: String(hit.bytes.end)
        }
    }
}
