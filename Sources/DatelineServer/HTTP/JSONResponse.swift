import DatelineAPI
import HTTPTypes
import Hummingbird

/// Writes replies and errors as HTTP responses.
enum JSONResponse {
    static func reply(_ reply: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        bytes(try JSON.encode(reply), status: status, contentType: "application/json")
    }

    static func error(_ error: APIError) throws -> Response {
        var response = try reply(ErrorReply(error: error.detail), status: error.status)
        if error.status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
        return response
    }

    static func bytes(_ bytes: [UInt8], status: HTTPResponse.Status, contentType: String) -> Response {
        Response(
            status: status, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
