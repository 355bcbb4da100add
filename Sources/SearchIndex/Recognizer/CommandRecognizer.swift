import Entities
import Logging

/// Asks a program of the user's own for the mentions of an article's passages. Lives on one analysis thread, which has a
/// copy of the program to itself.
///
/// The program starts with the first article and runs on. One that ends, hangs or writes rubbish costs the article its
/// mentions and is started again, after pauses that grow with each failure in a row.
final class CommandRecognizer {
    private let command: RecognizerCommand
    private let logger: Logger
    private var process: RecognizerProcess?
    private var hasAnswered = false
    private var delay = RestartDelay()
    /// Passages have ascending numbers as long as a program runs, so that an answer that comes too late is recognised.
    private var lastID = 0

    init(_ command: RecognizerCommand, logger: Logger) {
        self.command = command
        self.logger = logger
    }

    /// A passage of an article: its text and where it begins there.
    struct Passage {
        var text: String
        var start: Int
    }

    /// What the program finds in an article. Blocks until it has answered for all passages, or has failed.
    /// - Throws: `RecognizerFailure` of any code.
    func claims(in passages: [Passage], title: String?, language: String?) throws(RecognizerFailure) -> [Claim] {
        if let rest = delay.remaining {
            throw RecognizerFailure(
                .resting,
                "the recognizer command failed before and is started again in \(rest.components.seconds + 1) s",
                hint: "the daemon's log tells why; index the article again when it works")
        }
        let began = ContinuousClock.now
        // One that was well before may have ended while nothing was asked: that is no fault of this article.
        let wasWell = process != nil && hasAnswered
        do throws(RecognizerFailure) {
            return try attempt(passages, title, language)
        } catch  where error.code == .ended && wasWell {
            do throws(RecognizerFailure) { return try attempt(passages, title, language) } catch {
                throw noted(error, since: began)
            }
        } catch {
            throw noted(error, since: began)
        }
    }

    private func attempt(_ passages: [Passage], _ title: String?, _ language: String?) throws(RecognizerFailure)
        -> [Claim]
    {
        do throws(RecognizerFailure) {
            let claims = try ask(try running(), passages, title, language)
            delay.succeeded()
            return claims
        } catch {
            if !error.leavesProgramUsable {
                logger.warning("the recognizer command failed", metadata: ["error": "\(error)"])
                stop()
            }
            throw error
        }
    }

    private func noted(_ error: RecognizerFailure, since began: ContinuousClock.Instant) -> RecognizerFailure {
        if error.leavesProgramUsable {
            delay.succeeded()
        } else {
            delay.failed(costing: began.duration(to: .now), isSilent: error.code == .silent)
        }
        return error
    }

    /// Ends the program: it has half a second to do so by itself.
    func close() {
        _ = process?.end(within: .milliseconds(500))
        process = nil
    }

    private func stop() {
        _ = process?.end(within: .zero)
        process = nil
    }

    private func running() throws(RecognizerFailure) -> RecognizerProcess {
        if let process { return process }
        let started = try RecognizerProcess(command, logger: logger)
        process = started
        hasAnswered = false
        return started
    }

    /// Sends the passages, a window of them ahead of the answers, and collects what comes back in whatever order.
    private func ask(_ process: RecognizerProcess, _ passages: [Passage], _ title: String?, _ language: String?)
        throws(RecognizerFailure) -> [Claim]
    {
        let first = lastID + 1
        lastID += passages.count
        var replies: [RecognizerReply?] = passages.map { _ in nil }
        var sent = 0
        var answered = 0
        var outgoing: ArraySlice<UInt8> = []
        var lastWord = ContinuousClock.now
        while answered < passages.count {
            if outgoing.isEmpty, sent < passages.count, sent - answered < command.window {
                let request = RecognizerRequest(
                    id: first + sent, text: passages[sent].text, title: title, language: language)
                outgoing = request.line[...]
                sent += 1
            }
            let patience = hasAnswered ? command.patience : max(command.patience, command.startPatience)
            let left = patience - lastWord.duration(to: .now)
            guard left > .zero else { throw silent(for: patience) }
            for line in try process.exchange(&outgoing, within: left) {
                let reply = try RecognizerReply(line: line)
                // Compared before it is subtracted from: whatever number the program writes.
                guard (first..<first + sent).contains(reply.id), replies[reply.id - first] == nil else {
                    throw .malformed("has the \"id\" of no passage that waits for an answer")
                }
                replies[reply.id - first] = reply
                answered += 1
                hasAnswered = true
                lastWord = .now
            }
        }
        var claims: [Claim] = []
        for (passage, reply) in zip(passages, replies) {
            if let reply { claims += try reply.claims(on: passage.text, startingAt: passage.start) }
        }
        return claims
    }

    private func silent(for patience: Duration) -> RecognizerFailure {
        RecognizerFailure(
            .silent, "the recognizer command gave no answer within \(patience.components.seconds) s",
            hint: "it must answer, and flush, after each passage; --recognizer-timeout gives it more time")
    }
}
