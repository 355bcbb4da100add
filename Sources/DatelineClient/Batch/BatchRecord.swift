import DatelineAPI

/// What one line of a batch came to, as a JSON object. Keys without a value are left out.
struct BatchRecord: Encodable {
    var name: String?
    var query: String
    var count: Int?
    var total: Totals?
    var exact: Bool?
    var relaxed: Bool?
    var hits: [Hit]?
    var error: ErrorDetail?

    init(_ line: BatchLine) {
        name = line.name
        query = line.query
    }

    init(_ line: BatchLine, failed error: ClientError) {
        self.init(line)
        self.error = ErrorDetail(
            code: error.code.rawValue, message: error.message, hint: error.hint, position: error.position)
    }
}
