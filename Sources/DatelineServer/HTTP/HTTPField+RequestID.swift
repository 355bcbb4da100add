import HTTPTypes

extension HTTPField.Name {
    /// The header with a request's id, in requests and replies.
    static let requestID = Self("x-request-id")!
}
