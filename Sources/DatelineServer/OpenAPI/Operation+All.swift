import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

/// Everything that the daemon answers, by path. A test holds this to ``Route``.
extension Operation {
    static var all: [Operation] { searching + reading + writing + beside }

    private static let selection: [String: [String]] = [
        "by": Grouping.allCases.map(\.rawValue), "match": Matching.allCases.map(\.rawValue),
        "score": FacetScore.allCases.map(\.rawValue),
    ]
    private static let search = selection.merging([
        "sort": SortOrder.allCases.map(\.rawValue), "ranking": RankingModel.allCases.map(\.rawValue),
    ]) { $1 }
    private static let facet = selection.merging(["sort": FacetQuery.Order.allCases.map(\.rawValue)]) { $1 }
    private static let entityTypes = Field.facets.filter { $0.kind == .entity }.map(\.name)
    private static let pair = selection.merging([
        "field": Field.facets.map(\.name), "sort": PairOrder.allCases.map(\.rawValue),
        "by": [Grouping.article, .passage].map(\.rawValue),
    ]) { $1 }
    private static let timeline = selection.merging(["every": DatePeriod.allCases.map(\.rawValue)]) { $1 }
    private static let lines = "application/x-ndjson"
    /// A field that is counted; dates also by month and year.
    private static let field: JSONTree = [
        "type": "string",
        "enum": .list((Field.all.filter(\.isCountable).map(\.name) + ["date.month", "date.year"]).map(JSONTree.text)),
    ]

    private static var searching: [Operation] {
        let searches = Parameter.all(of: SearchRequest.self, search)
        let facets = Parameter.all(of: FacetPageRequest.self, facet)
        let counts = Parameter.all(of: CountRequest.self, selection)
        let pairs = Parameter.all(of: PairsRequest.self, pair)
        let timelines = Parameter.all(of: TimelineRequest.self, timeline)
        return [
            Operation(
                method: .get, path: "/v1/search", route: .search, summary: "Ranked hits, totals and facets",
                parameters: searches, reply: SearchReply.self, otherReplies: [lines], role: .read, errors: [404, 409]),
            Operation(
                method: .post, path: "/v1/search", route: .search, summary: "The same, asked for in JSON",
                body: json(searches), reply: SearchReply.self, otherReplies: [lines], role: .read,
                errors: [404, 409, 413]),
            Operation(
                method: .get, path: "/v1/articles/{id}/similar", route: .similar, summary: "Articles like this one",
                parameters: searches, reply: SearchReply.self, otherReplies: [lines], role: .read, errors: [404, 409]),
            Operation(
                method: .get, path: "/v1/count", route: .count, summary: "Totals alone", parameters: counts,
                reply: CountReply.self, role: .read, errors: [409]),
            Operation(
                method: .post, path: "/v1/count", route: .count, summary: "The same, asked for in JSON",
                body: json(counts), reply: CountReply.self, role: .read, errors: [409, 413]),
            Operation(
                method: .get, path: "/v1/facets/{field}", route: .facet, summary: "One facet's values",
                parameters: facets, reply: FacetPageReply.self, role: .read, errors: [409], segmentSchema: field),
            Operation(
                method: .post, path: "/v1/facets/{field}", route: .facet, summary: "The same, asked for in JSON",
                body: json(facets), reply: FacetPageReply.self, role: .read, errors: [409, 413],
                segmentSchema: field),
            Operation(
                method: .get, path: "/v1/pairs", route: .pairs, summary: "Values that stand in the same passages",
                parameters: pairs, reply: PairsReply.self, role: .read, errors: [409]),
            Operation(
                method: .post, path: "/v1/pairs", route: .pairs, summary: "The same, asked for in JSON",
                body: json(pairs), reply: PairsReply.self, role: .read, errors: [409, 413]),
            Operation(
                method: .get, path: "/v1/timeline", route: .timeline,
                summary: "How many match by day, week, month or year", parameters: timelines,
                reply: TimelineReply.self, role: .read),
            Operation(
                method: .post, path: "/v1/timeline", route: .timeline, summary: "The same, asked for in JSON",
                body: json(timelines), reply: TimelineReply.self, role: .read, errors: [413]),
            Operation(
                method: .post, path: "/v1/screen", route: .screen, summary: "Looks names up, one by one",
                body: json(Parameter.all(of: ScreenRequest.self, ["type": entityTypes])), reply: ScreenReply.self,
                role: .read, errors: [413]),
            Operation(
                method: .get, path: "/v1/suggest", route: .suggest, summary: "Completes the last word of q",
                parameters: Parameter.all(of: SuggestRequest.self), reply: SuggestReply.self, role: .read),
            Operation(
                method: .get, path: "/v1/stories", route: .stories, summary: "The stories with several articles",
                parameters: Parameter.all(of: StoriesRequest.self), reply: StoriesReply.self, role: .read,
                errors: [409]),
            Operation(
                method: .get, path: "/v1/entities", route: .entities, summary: "Names of the whole index",
                parameters: Parameter.all(of: EntitiesRequest.self), reply: EntitiesReply.self, role: .read,
                errors: [409]),
        ]
    }

    private static var reading: [Operation] {
        [
            Operation(
                method: .get, path: "/v1/articles/{id}", route: .article,
                summary: "One article with its text and entities",
                reply: ArticleReply.self, role: .read, errors: [404, 405]),
            Operation(
                method: .get, path: "/v1/passages/{id}", route: .passage, summary: "One passage, ARTICLE#NUMBER",
                reply: PassageReply.self, role: .read, errors: [404]),
            Operation(
                method: .get, path: "/v1/entities/corrections", route: .corrections,
                summary: "The corrections of names in force", reply: CorrectionsReply.self, role: .read),
            Operation(
                method: .get, path: "/v1/entities/gazetteers", route: .gazetteers,
                summary: "Gazetteers of the user's own",
                reply: GazetteersReply.self, role: .read),
            Operation(
                method: .post, path: "/v1/admin/check", route: .check, summary: "Looks the index over",
                reply: CheckReply.self, role: .admin),
            Operation(
                method: .post, path: "/v1/admin/compact", route: .compact, summary: "Gives room back to the disk",
                reply: CompactReply.self, role: .admin),
            Operation(
                method: .post, path: "/v1/admin/reindex", route: .reindex, summary: "Makes every article anew",
                reply: IngestReply.self, role: .admin),
            Operation(
                method: .get, path: "/v1/admin/backup", route: .backup, summary: "A copy of the index",
                otherReplies: ["application/x-tar"], role: .admin),
            Operation(
                method: .get, path: "/v1/export", route: .export, summary: "Every article as it was given",
                otherReplies: [lines], role: .read),
            Operation(
                method: .get, path: "/v1/watch", route: .watch,
                summary: "Passages that match, as they come in: a line each, for as long as the client reads",
                parameters: Parameter.all(
                    of: WatchRequest.self, ["by": ["passage"], "match": Matching.allCases.map(\.rawValue)]),
                otherReplies: [lines], role: .read, errors: [404, 409]),
            Operation(
                method: .get, path: "/v1/queries", route: .queries, summary: "The queries that are kept under names",
                reply: StandingQueriesReply.self, role: .read),
            Operation(
                method: .get, path: "/v1/status", route: .status, summary: "Figures and limits",
                reply: StatusReply.self,
                role: .read),
            Operation(
                method: .get, path: "/v1/fields", route: .fields, summary: "The field table", reply: FieldsReply.self,
                role: .read),
        ]
    }

    private static var writing: [Operation] {
        [
            Operation(
                method: .post, path: "/v1/articles", route: .ingest, summary: "Brings articles in",
                parameters: Parameter.all(of: IngestRequest.self), body: articles, reply: IngestReply.self,
                role: .write,
                errors: [413, 415, 422]),
            Operation(
                method: .delete, path: "/v1/articles/{id}", route: .deleteArticle, summary: "Takes an article out",
                reply: DeleteReply.self, role: .write, errors: [404, 405]),
            Operation(
                method: .post, path: "/v1/entities/corrections", route: .correct, summary: "Adds to the corrections",
                body: corrections, reply: CorrectionsReply.self, role: .write, errors: [413]),
            Operation(
                method: .delete, path: "/v1/entities/corrections/{numbers}", route: .undoCorrections,
                summary: "Takes corrections back: a number, two as in 7-12, or last", reply: CorrectionsReply.self,
                role: .write, errors: [404],
                segmentSchema: ["type": "string", "pattern": "^(last|[0-9]{1,9}(-[0-9]{1,9})?)$"]),
            Operation(
                method: .put, path: "/v1/entities/gazetteers/{name}", route: .putGazetteer,
                summary: "Brings a gazetteer in: the body is the file",
                parameters: Parameter.all(of: GazetteerRequest.self), body: ["text/plain": ["type": "string"]],
                reply: GazetteerReply.self, role: .write, errors: [422]),
            Operation(
                method: .delete, path: "/v1/entities/gazetteers/{name}", route: .deleteGazetteer,
                summary: "Takes a gazetteer out", reply: DeleteReply.self, role: .write, errors: [404]),
            Operation(
                method: .put, path: "/v1/queries/{name}", route: .putQuery,
                summary: "Keeps a query under a name, to be watched for",
                parameters: Parameter.all(
                    of: StandingQueryRequest.self,
                    ["by": ["passage"], "match": Matching.allCases.map(\.rawValue)]),
                reply: StandingQueriesReply.self, role: .write),
            Operation(
                method: .delete, path: "/v1/queries/{name}", route: .deleteQuery,
                summary: "Forgets a query that was kept", reply: StandingQueriesReply.self, role: .write, errors: [404]),
        ]
    }

    /// What is not of the protocol's version takes HEAD as well.
    private static var beside: [Operation] {
        let operations = [
            Operation(
                method: .get, path: "/healthz", route: .health, summary: "Whether the daemon is there",
                reply: HealthReply.self),
            Operation(
                method: .get, path: "/metrics", route: .metrics, summary: "Figures in the text format of Prometheus",
                otherReplies: ["text/plain"], role: .read),
            Operation(
                method: .get, path: "/openapi.json", route: .openAPI, summary: "This description",
                otherReplies: ["application/json"], role: .read),
        ]
        return operations.flatMap { operation in
            var head = operation
            head.method = .head
            return [operation, head]
        }
    }

    private static func json(_ parameters: [Parameter]) -> Body { ["application/json": Parameter.object(parameters)] }

    private static var corrections: Body {
        let one = Parameter.object(
            Parameter.all(of: CorrectionRequest.self, ["verb": Correction.Verb.allCases.map(\.rawValue)]))
        return ["application/json": ["anyOf": [one, ["type": "array", "items": one]]]]
    }

    /// What an article must have. docs/API.md lists its other fields; those that are not known are left out.
    private static var articles: Body {
        let text: JSONTree = ["type": "string"]
        let article: JSONTree = [
            "type": "object",
            "properties": ["id": text, "title": text, "text": text, "passages": ["type": "array", "items": text]],
            "anyOf": [["required": ["text"]], ["required": ["passages"]]],
        ]
        let many: JSONTree = ["anyOf": [article, ["type": "array", "items": article]]]
        let parts: JSONTree = [
            "type": "object", "properties": ["file": ["type": "array", "items": ["type": "string"]]],
        ]
        return [
            "application/json": many, lines: text, "text/plain": text, "text/markdown": text, "text/html": text,
            "multipart/form-data": parts,
        ]
    }
}
