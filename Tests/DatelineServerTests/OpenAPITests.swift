import DatelineAPI
import Foundation
import HTTPTypes
import SearchIndex
import Testing

@testable import DatelineServer

/// The description of the protocol is of what is there.
@Suite struct OpenAPITests {
    private let root: JSONTree
    private let operations = Operation.all

    init() throws { root = try OpenAPIDocument().root }

    @Test func everyOperationIsARouteWithItsRole() throws {
        for operation in operations {
            let route = try Route(method: operation.method, path: Self.sample(operation.path))
            #expect(route.name == operation.route, "\(operation.method) \(operation.path)")
            #expect(route.role == operation.role, "\(operation.method) \(operation.path)")
        }
        let described = Set(operations.map(\.route))
        #expect(described == Set(Route.Name.allCases).subtracting([.other]))
    }

    @Test func everyMethodThatAPathTakesIsDescribed() throws {
        let paths = Dictionary(grouping: operations, by: \.path)
        for (path, operations) in paths {
            for method in [HTTPRequest.Method.get, .head, .post, .put, .delete, .patch, .options] {
                let isTaken = (try? Route(method: method, path: Self.sample(path))) != nil
                #expect(isTaken == operations.contains { $0.method == method }, "\(method) \(path)")
            }
        }
    }

    @Test func parametersAreThoseOfTheRequestTypes() throws {
        #expect(try Self.names(root, "/v1/search", "get") == SearchRequest.parameters.map(\.name))
        #expect(
            try Self.names(root, "/v1/facets/{field}", "get") == FacetPageRequest.parameters.map(\.name) + ["field"])
        #expect(try Self.names(root, "/v1/articles", "post") == IngestRequest.parameters.map(\.name))
        let body = root["paths"]?["/v1/search"]?["post"]?["requestBody"]?["content"]?["application/json"]?["schema"]
        guard case .object(let properties)? = body?["properties"] else {
            Issue.record("the body has no properties")
            return
        }
        #expect(Set(properties.keys) == Set(SearchRequest.parameters.map(\.name)))
    }

    @Test func schemasAreThoseOfTheReplyTypes() throws {
        let schemas = try #require(root["components"]?["schemas"])
        #expect(
            schemas["ErrorReply"] == [
                "type": "object", "required": ["error"], "properties": ["error": .reference("schemas", "ErrorDetail")],
            ])
        #expect(schemas["ErrorDetail"]?["properties"]?["position"] == ["type": ["integer", "null"]])
        #expect(schemas["ErrorDetail"]?["required"] == ["code", "message"])
        let hit = schemas["Hit"]?["properties"]
        #expect(hit?["bytes"] == ["type": "array", "items": ["type": "integer"], "minItems": 2, "maxItems": 2])
        #expect(hit?["entities"] == ["type": "array", "items": .reference("schemas", "EntityReply")])
        let facets = schemas["SearchReply"]?["properties"]?["facets"]
        #expect(facets == ["type": "object", "additionalProperties": .reference("schemas", "FacetReply")])
    }

    /// Every reference leads somewhere, and every error has its status.
    @Test func theDocumentIsWhole() throws {
        let text = String(decoding: JSON.write(root), as: UTF8.self)
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
        for match in text.matches(of: #/#/components/(\w+)/(\w+)"/#) {
            #expect(root["components"]?[String(match.1)]?[String(match.2)] != nil, "\(match.0)")
        }
        for operation in operations {
            let responses = root["paths"]?[operation.path]?[operation.method.rawValue.lowercased()]?["responses"]
            for status in operation.statuses + [200] { #expect(responses?["\(status)"] != nil) }
        }
    }

    private static func sample(_ path: String) -> String {
        path.replacing(#/\{\w+\}/#, with: "a")
    }

    @Test func fieldsAreThoseThatAreCounted() throws {
        let parameters = root["paths"]?["/v1/facets/{field}"]?["get"]?["parameters"]
        guard case .list(let all)? = parameters, case .list(let fields)? = all.last?["schema"]?["enum"] else {
            Issue.record("the field has no list")
            return
        }
        for case .text(let field) in fields {
            _ = try FacetQuery(FacetPageRequest(field: field, queryString: ""), limits: ServerLimits())
        }
        #expect(fields.contains("person") && fields.contains("date") && !fields.contains("title"))
    }

    private static func names(_ root: JSONTree, _ path: String, _ method: String) throws -> [String] {
        guard case .list(let parameters)? = root["paths"]?[path]?[method]?["parameters"] else { return [] }
        return parameters.compactMap { if case .text(let name)? = $0["name"] { name } else { nil } }
    }
}
