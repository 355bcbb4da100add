/// The exit status of the command line: a promise to shell scripts.
package enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Something matched, or everything was accepted.
    case success = 0
    /// Nothing matched, or there was nothing to index.
    case nothing = 1
    /// The command or the query cannot be understood.
    case usage = 2
    /// Some of it failed; the rest is done.
    case partial = 3
    /// No daemon answers.
    case noDaemon = 4
    /// The daemon or its socket is not for this user.
    case permission = 5
    /// The cursor belongs to a revision that is gone.
    case staleCursor = 6
    /// The index is damaged.
    case damaged = 7
    /// The version of the formats that was asked for is older than any that can be printed.
    case formatTooOld = 20
    /// The version of the formats that was asked for is newer than this program.
    case formatTooNew = 21
    /// The daemon cannot do it now; the same command may work later.
    case tryAgain = 75
    /// Interrupted. Left to the default action of SIGINT, which a shell reports as 130 and which also ends a loop in a
    /// script; a handler that calls `exit(130)` would not.
    case interrupted = 130

    /// The status for an HTTP status from 400 up and the `code` of its error.
    package init(httpStatus: Int, code: String) {
        switch (httpStatus, code) {
        case (_, "stale_cursor"), (409, _): self = .staleCursor
        case (401, _), (403, _): self = .permission
        case (404, _): self = .nothing
        case (429, _), (408, _), (500..., _): self = .tryAgain
        default: self = .usage
        }
    }
}
