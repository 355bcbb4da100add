extension Route {
    /// The least role that may ask for it; nil when anybody may who can connect.
    var role: Role? {
        switch self {
        case .health: nil
        case .search, .count, .suggest, .facet, .stories, .entities, .corrections, .article, .similar, .passage,
            .gazetteers, .export, .status, .fields, .metrics, .openAPI, .watch,
            .queries:
            .read
        case .check, .compact, .backup, .reindex: .admin
        case .correct, .undoCorrections, .ingest, .deleteArticle, .putGazetteer, .deleteGazetteer, .putQuery,
            .deleteQuery:
            .write
        }
    }
}
