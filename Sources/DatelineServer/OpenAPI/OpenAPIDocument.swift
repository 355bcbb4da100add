import DatelineAPI
import HTTPTypes

/// The description of the protocol in OpenAPI 3.1, made of ``Operation/all``, the request types' parameters and the reply
/// types.
struct OpenAPIDocument {
    let root: JSONTree

    /// - Throws: when a reply type has no schema, which a test would see.
    init() throws {
        let book = SchemaBook()
        let error = try book.schema(of: ErrorReply.self)
        var paths: [String: [String: JSONTree]] = [:]
        var statuses: Set<Int> = []
        for operation in Operation.all {
            let described = try Self.described(operation, book)
            paths[operation.path, default: [:]][operation.method.rawValue.lowercased()] = described
            statuses.formUnion(operation.statuses)
        }
        let responses = statuses.map { ("Status\($0)", Self.failure($0, error)) }
        root = [
            "openapi": "3.1.0",
            "info": [
                "title": "Dateline", "version": .text(Release.version),
                "description": "Search in an index of news articles. docs/API.md tells what the words mean.",
            ],
            "security": [["token": []], [:]],
            "paths": .object(paths.mapValues(JSONTree.object)),
            "components": [
                "schemas": .object(book.schemas), "responses": .object(Dictionary(responses) { $1 }),
                "headers": [
                    "RequestID": ["description": "The request's id, as in the log", "schema": ["type": "string"]]
                ],
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "Over TCP; over the Unix socket the kernel tells who asks",
                    ]
                ],
            ],
        ]
    }

    private static func described(_ operation: Operation, _ book: SchemaBook) throws -> JSONTree {
        var parameters = operation.parameters.map(\.described)
        if let segment = operation.segment {
            parameters.append([
                "name": .text(segment), "in": "path", "required": true, "schema": operation.segmentSchema,
            ])
        }
        var responses = Dictionary(
            uniqueKeysWithValues: operation.statuses.map { ("\($0)", JSONTree.reference("responses", "Status\($0)")) })
        let content = try content(operation, book)
        responses["200"] = response(reason(200), content)
        if operation.route == .ingest {
            // The report, when no article could be taken; or why none was read.
            let either: JSONTree = [
                "anyOf": [try book.schema(of: IngestReply.self), try book.schema(of: ErrorReply.self)]
            ]
            for status in [422, 503] {
                responses["\(status)"] = response(reason(status), ["application/json": ["schema": either]])
            }
        }
        let method = operation.method.rawValue.lowercased()
        var fields: [String: JSONTree] = [
            "operationId": .text("\(operation.route.rawValue)_\(method)"), "summary": .text(operation.summary),
            "parameters": .list(parameters), "responses": .object(responses),
        ]
        if let body = operation.body {
            fields["requestBody"] = [
                "required": true, "content": .object(body.mapValues { ["schema": $0] }),
            ]
        }
        // A reply to HEAD has no body.
        if operation.method == .head {
            let statuses = operation.statuses + [200]
            fields["responses"] = .object(
                Dictionary(uniqueKeysWithValues: statuses.map { ("\($0)", response(reason($0), [:])) }))
        }
        if operation.role == nil { fields["security"] = [] }
        return .object(fields)
    }

    private static func content(_ operation: Operation, _ book: SchemaBook) throws -> [String: JSONTree] {
        var content: [String: JSONTree] = [:]
        if let reply = operation.reply { content["application/json"] = ["schema": try book.schema(of: reply)] }
        for type in operation.otherReplies {
            content[type] = ["schema": ["type": type == "application/json" ? "object" : "string"]]
        }
        return content
    }

    private static func failure(_ status: Int, _ schema: JSONTree) -> JSONTree {
        response(reason(status), ["application/json": ["schema": schema]])
    }

    private static func response(_ description: String, _ content: [String: JSONTree]) -> JSONTree {
        var fields: [String: JSONTree] = [
            "description": .text(description), "headers": ["x-request-id": .reference("headers", "RequestID")],
        ]
        if !content.isEmpty { fields["content"] = .object(content) }
        return .object(fields)
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "What was asked for"
        case 400: "The request cannot be understood"
        case 401: "There is no valid token in the request"
        case 403: "Who asks has no role that may"
        case 404: "There is no such thing"
        case 405: "The path does not take this method"
        case 409: "The cursor is of another revision"
        case 413: "The body is too large"
        case 415: "Articles cannot be read from this content type"
        case 422: "What was sent cannot be taken in"
        case 431: "The request's head is too large"
        case 503: "Not now: send it again after Retry-After seconds"
        default: "The daemon failed; its log says why"
        }
    }
}
