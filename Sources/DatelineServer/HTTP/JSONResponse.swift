import DatelineAPI
import HTTPTypes
import Hummingbird

/// Writes replies and errors as HTTP responses.
enum JSONResponse {
    static func reply(_ reply: some JSONWritable, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSON.write(reply))))
        if status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
        return response
    }

    static func error(_ error: APIError) -> Response {
        var response = reply(ErrorReply(error: error.detail), status: error.status)
        for header in error.headers { response.headers[header.name] = header.value }
        return response
    }
}
