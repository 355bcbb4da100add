/// The reply to `GET /v1/status`.
package struct StatusReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Of the daemon.
    package var version: String
    /// Of the library.
    package var xapian: String
    /// The database on disk.
    package var database: DatabaseStatus
    /// The flat columns in memory.
    package var columns: ColumnsStatus
    /// The caches by name: `postings`, `passages`.
    package var caches: [String: CacheStatus]
    /// Articles in the index.
    package var articles: Int
    /// Passages in the index.
    package var passages: Int
    /// Corrections of names that are in force.
    package var corrections: Int
    /// Seconds since the daemon started.
    package var uptimeS: Double
    /// Of the index on disk.
    package var schemaVersion: Int
    /// By name; what a request may ask for.
    package var limits: [String: Int]

    package init(
        index: IndexStamp, tookMs: Double, version: String, xapian: String, database: DatabaseStatus,
        columns: ColumnsStatus, caches: [String: CacheStatus], articles: Int, passages: Int, corrections: Int = 0,
        uptimeS: Double,
        schemaVersion: Int,
        limits: [String: Int]
    ) {
        self.index = index
        self.tookMs = tookMs
        self.version = version
        self.xapian = xapian
        self.database = database
        self.columns = columns
        self.caches = caches
        self.articles = articles
        self.passages = passages
        self.corrections = corrections
        self.uptimeS = uptimeS
        self.schemaVersion = schemaVersion
        self.limits = limits
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, version, xapian, database, columns, caches, articles, passages, corrections, limits
        case tookMs = "took_ms"
        case uptimeS = "uptime_s"
        case schemaVersion = "schema_version"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("caches", caches)
            $0.field("columns", columns)
            $0.field("corrections", corrections)
            $0.field("database", database)
            $0.field("index", index)
            $0.field("limits", limits)
            $0.field("passages", passages)
            $0.field("schema", schema)
            $0.field("schema_version", schemaVersion)
            $0.field("took_ms", tookMs)
            $0.field("uptime_s", uptimeS)
            $0.field("version", version)
            $0.field("xapian", xapian)
        }
    }
}
