/// The reply of every status from 400 up.
package struct ErrorReply: Codable, Equatable, Sendable {
    /// What went wrong.
    package var error: ErrorDetail

    package init(error: ErrorDetail) {
        self.error = error
    }
}
