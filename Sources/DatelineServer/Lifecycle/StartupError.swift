import DatelineAPI
import Glibc

/// Why the daemon does not start, and what to do.
package struct StartupError: Error, Equatable, Sendable, CustomStringConvertible {
    package var message: String
    package var hint: String?
    /// The status that the daemon ends with: one of ``DaemonStatus``.
    package var exitStatus: Int32

    package init(_ message: String, hint: String? = nil, exitStatus: Int32 = DaemonStatus.failed) {
        self.message = message
        self.hint = hint
        self.exitStatus = exitStatus
    }

    package var description: String { message + (hint.map { " (\($0))" } ?? "") }

    /// The system's words for an error number.
    static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
