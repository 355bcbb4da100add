import DatelineAPI

/// Why a command did not do what it was asked to.
package struct ClientError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong, for programs. The daemon's own codes come through unchanged.
    package struct Code: RawRepresentable, Hashable, Sendable {
        /// As a daemon's reply would have it.
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing listens, and nothing could be started.
        package static let noDaemon = Code(rawValue: "no_daemon")
        /// The socket is not for this user.
        package static let permission = Code(rawValue: "permission")
        /// The daemon went away before its reply was complete.
        package static let connectionLost = Code(rawValue: "connection_lost")
        /// The reply is not one of this protocol.
        package static let badReply = Code(rawValue: "bad_reply")
        /// The command line contradicts itself.
        package static let usage = Code(rawValue: "usage")
        /// A file cannot be read.
        package static let unreadable = Code(rawValue: "unreadable")
        /// A file or a line is longer than any may be.
        package static let tooLarge = Code(rawValue: "too_large")
        /// The output cannot be written.
        package static let outputFailed = Code(rawValue: "output_failed")
    }

    /// What went wrong, for programs.
    package var code: Code
    /// What went wrong.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// Where in the query text, as a UTF-8 offset.
    package var position: Int?
    /// What the command exits with.
    package var exitStatus: ExitStatus

    package init(_ code: Code, _ message: String, hint: String? = nil, exitStatus: ExitStatus) {
        self.code = code
        self.message = message
        self.hint = hint
        self.exitStatus = exitStatus
    }

    /// The error that a reply of status 400 or above carries; one that is not in our format is `bad_reply`.
    package init(_ reply: HTTPReply) {
        guard let error = try? JSON.decode(ErrorReply.self, from: reply.body).error else {
            self = .notOurs(reply)
            return
        }
        self.init(
            Code(rawValue: error.code), error.message, hint: error.hint,
            exitStatus: ExitStatus(httpStatus: reply.status, code: error.code))
        position = error.position
    }

    /// A reply that is not in this protocol's format.
    package static func notOurs(_ reply: HTTPReply) -> ClientError {
        ClientError(
            .badReply, "the reply (HTTP \(reply.status)) is not one of datelined",
            hint: "is another program, or another version, listening on this socket?", exitStatus: .noDaemon)
    }

    /// A command line that contradicts itself.
    package static func usage(_ message: String, hint: String? = nil) -> ClientError {
        ClientError(.usage, message, hint: hint, exitStatus: .usage)
    }

    package var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
