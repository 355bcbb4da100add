import DatelineAPI
import HTTPTypes
import QueryLanguage
import SearchIndex

/// An error as a client sees it: a status and the error object of the protocol.
struct APIError: Error, Sendable {
    var status: HTTPResponse.Status
    var detail: ErrorDetail
    /// Headers that the status asks for.
    var headers: HTTPFields

    init(
        _ status: HTTPResponse.Status, code: String, _ message: String, hint: String? = nil, position: Int? = nil,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.headers = headers
        detail = ErrorDetail(code: code, message: message, hint: hint, position: position)
    }

    init(_ error: RequestError) {
        self.init(.badRequest, code: error.code.rawValue, error.message, hint: error.hint)
    }

    init(_ error: QueryError) {
        self.init(.badRequest, code: error.code.rawValue, error.message, hint: error.hint, position: error.position)
    }

    init(_ error: SearchIndexError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .badQuery, .badCorrection: .badRequest
            case .noSuchCorrection, .notFound: .notFound
            case .staleCursor, .stale: .conflict
            case .badGazetteer: .unprocessableContent
            case .unavailable, .locked, .busy: .serviceUnavailable
            default: .internalServerError
            }
        self.init(status, code: error.code.rawValue, error.message, hint: error.hint)
    }
}
