/// Something to write.
enum Change: Sendable {
    /// Adds an article, or puts it in the place of the one that has its id.
    case put(PreparedArticle)
    case delete(id: String)

    var passageCount: Int {
        switch self {
        case .put(let article): article.passages.count
        case .delete: 1
        }
    }
}

/// What a change did.
enum ChangeOutcome: Equatable, Sendable {
    case ingested(IngestOutcome)
    case deleted(existed: Bool)
}
