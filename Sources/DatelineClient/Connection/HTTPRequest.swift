package import DatelineAPI
package import NIOCore

/// One request to the daemon.
package struct HTTPRequest: Sendable {
    /// The methods of this protocol.
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// What is done.
    package var method: Method
    /// Path and query string, escaped.
    package var target: String
    /// The type of the body.
    package var contentType: String?
    /// What is sent.
    package var body: ByteBuffer?

    package init(_ method: Method, _ target: String, contentType: String? = nil, body: ByteBuffer? = nil) {
        self.method = method
        self.target = target
        self.contentType = contentType
        self.body = body
    }

    /// `GET path?parameters`.
    package static func get(_ path: String, _ parameters: some Request) -> HTTPRequest {
        let query = parameters.queryString
        return HTTPRequest(.get, query.isEmpty ? path : "\(path)?\(query)")
    }
}
