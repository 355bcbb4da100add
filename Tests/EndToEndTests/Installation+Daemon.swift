import Foundation
import Glibc
import TestSupport
import Testing

extension Installation {
    /// The process of the daemon that holds the index; nil when none does.
    var daemonID: Int32? {
        // The lock file stays when a daemon ends, and its number may be another process's by now.
        guard let text = try? String(contentsOfFile: index + "/lock", encoding: .utf8),
            let number = Int32(text.dropLast(text.hasSuffix("\n") ? 1 : 0)),
            let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/exe"),
            program == TestSupport.program("datelined")
        else { return nil }
        return number
    }

    /// Sends the daemon a signal and waits until it has ended; kills it when it does not end in time.
    func endDaemon(_ signal: Int32 = SIGTERM) async throws {
        guard let number = daemonID else { return }
        kill(number, signal)
        if try await !becomesTrue({ daemonID != number }) {
            kill(number, SIGKILL)
            Issue.record("the daemon did not end on signal \(signal)")
        }
        // A process that is ending has its sockets for a moment longer than its program.
        _ = try await becomesTrue { daemonID != nil || (try? RawConnection(socket)) == nil }
    }

    /// Waits until a daemon answers.
    func daemonListens() async throws -> Bool {
        try await becomesTrue {
            try await dateline("status", "--no-start").status == 0
        }
    }

    /// Looks again and again until a condition holds; three thousand times at most. Not until a certain time: while other
    /// tests keep all threads busy, a minute may pass between two looks.
    private func becomesTrue(_ condition: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<3_000 {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
