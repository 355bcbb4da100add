/// The reply of every status from 400 up.
package struct ErrorReply: Codable, JSONWritable, Equatable, Sendable {
    /// What went wrong.
    package var error: ErrorDetail

    package init(error: ErrorDetail) {
        self.error = error
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("error", error)
        }
    }
}
