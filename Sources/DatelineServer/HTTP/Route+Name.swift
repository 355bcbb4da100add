extension Route {
    /// What a route is called in logs and metrics, and in the description of the protocol: never an id.
    enum Name: String, CaseIterable, Sendable {
        case search, count, suggest, facet, stories, entities, corrections, correct, ingest, article, similar, passage
        case pairs, timeline, screen
        case check, compact, backup, reindex
        case gazetteers, export, status, fields, health, metrics, watch, queries
        case openAPI = "openapi"
        case undoCorrections = "undo_corrections"
        case deleteArticle = "delete_article"
        case putGazetteer = "put_gazetteer"
        case deleteGazetteer = "delete_gazetteer"
        case putQuery = "put_query"
        case deleteQuery = "delete_query"
        /// No route: the path or the method is unknown.
        case other
    }

    var name: Name {
        switch self {
        case .search: .search
        case .count: .count
        case .suggest: .suggest
        case .facet: .facet
        case .stories: .stories
        case .entities: .entities
        case .pairs: .pairs
        case .timeline: .timeline
        case .screen: .screen
        case .corrections: .corrections
        case .correct: .correct
        case .undoCorrections: .undoCorrections
        case .ingest: .ingest
        case .article: .article
        case .similar: .similar
        case .deleteArticle: .deleteArticle
        case .passage: .passage
        case .gazetteers: .gazetteers
        case .putGazetteer: .putGazetteer
        case .deleteGazetteer: .deleteGazetteer
        case .check: .check
        case .compact: .compact
        case .backup: .backup
        case .reindex: .reindex
        case .export: .export
        case .watch: .watch
        case .queries: .queries
        case .putQuery: .putQuery
        case .deleteQuery: .deleteQuery
        case .status: .status
        case .fields: .fields
        case .health: .health
        case .metrics: .metrics
        case .openAPI: .openAPI
        }
    }
}
