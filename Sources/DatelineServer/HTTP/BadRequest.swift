import DatelineAPI
import HTTPTypes
import NIOHTTP1

/// What a client is told whose bytes are no HTTP request.
enum BadRequest {
    static func error(for error: HTTPParserError) -> APIError {
        if error == .headerOverflow {
            return APIError(
                .requestHeaderFieldsTooLarge, code: "head_too_large", "the request's head is too large",
                hint: "send long queries as the body of a POST")
        }
        if error == .invalidEOFState {
            return APIError(
                .badRequest, code: "broken_off", "the request broke off before its end",
                hint: "send it again: that is harmless")
        }
        return APIError(
            .badRequest, code: "bad_request", "this is no HTTP request that can be read",
            hint: "docs/API.md gives the protocol")
    }
}
