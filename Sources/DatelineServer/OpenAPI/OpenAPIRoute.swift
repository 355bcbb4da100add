import DatelineAPI
import HTTPTypes
import Hummingbird

/// Answers `/openapi.json`.
enum OpenAPIRoute {
    /// Made at the first request, and kept.
    private static let description = Result { JSON.write(try OpenAPIDocument().root) }

    static func respond() throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try description.get())))
    }
}
