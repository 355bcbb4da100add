/// Why an article goes in without the mentions of the user's own recognizer. Holds no text of the article.
struct RecognizerFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A machine-readable reason; new ones may be added. Clients see it as a warning's code.
    struct Code: RawRepresentable, Hashable, Sendable {
        var rawValue: String

        /// The program cannot be started.
        static let notStarted = Code(rawValue: "recognizer_not_started")
        /// The program ended before it had answered.
        static let ended = Code(rawValue: "recognizer_ended")
        /// The program took too long.
        static let silent = Code(rawValue: "recognizer_silent")
        /// What the program wrote is no answer, so its output is not read any further.
        static let malformed = Code(rawValue: "recognizer_malformed")
        /// An answer has a mention that cannot be, such as one outside the text.
        static let badMention = Code(rawValue: "recognizer_bad_mention")
        /// The program says that it cannot answer.
        static let refused = Code(rawValue: "recognizer_refused")
        /// The program failed before, and is not started again yet.
        static let resting = Code(rawValue: "recognizer_resting")
    }

    var code: Code
    var message: String
    var hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    var description: String { message + (hint.map { " (\($0))" } ?? "") }

    /// Whether the program can be asked again: it has answered everything.
    var leavesProgramUsable: Bool { code == .badMention || code == .refused }

    static func malformed(_ what: String) -> RecognizerFailure {
        RecognizerFailure(
            .malformed, "the recognizer command wrote a line that \(what)",
            hint: "one JSON object a line, {\"id\":…,\"mentions\":[…]}; write all else to standard error")
    }

    static func badMention(_ what: String, hint: String? = nil) -> RecognizerFailure {
        RecognizerFailure(.badMention, "the recognizer command gave a mention \(what)", hint: hint)
    }
}
