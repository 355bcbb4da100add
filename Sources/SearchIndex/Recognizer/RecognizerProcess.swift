import Glibc
import Logging

/// A running program with pipes to its standard input, output and error. Lives on one thread.
///
/// Nothing here waits longer than it is told. The program has a process group of its own, so that ending it ends what it
/// started as well.
final class RecognizerProcess {
    private let processID: pid_t
    private let input: Int32
    private let output: Int32
    private let diagnostics: Int32
    private let longestLine: Int
    private let logger: Logger
    private var lines = LineBuffer()
    private var said = LineBuffer()
    private var saysMore = true
    private var messages = 0
    private var isEnded = false
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    /// Starts the program.
    /// - Throws: `notStarted`.
    init(_ command: RecognizerCommand, logger: Logger) throws(RecognizerFailure) {
        // A program that has ended must show as an error of the write and not end this process. Blocked on this thread
        // alone: the signal of a write comes to the thread that writes.
        var brokenPipe = sigset_t()
        sigemptyset(&brokenPipe)
        sigaddset(&brokenPipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &brokenPipe, nil)
        do throws(SpawnError) {
            let spawned = try ProgramSpawn.start(command.words)
            (processID, input, output) = (spawned.processID, spawned.input, spawned.output)
            diagnostics = spawned.diagnostics
        } catch {
            throw RecognizerFailure(
                .notStarted, "the recognizer command cannot be started: \(String(cString: strerror(error.number)))",
                hint: "see --recognizer-command of datelined")
        }
        longestLine = command.longestLine
        self.logger = logger
    }

    deinit { _ = end(within: .zero) }

    /// Writes as much of `outgoing` as the program takes, and reads the lines that it has written. Waits until one of
    /// these can be done, at most `patience`.
    /// - Throws: `ended`, `malformed` for a line that is too long.
    func exchange(_ outgoing: inout ArraySlice<UInt8>, within patience: Duration) throws(RecognizerFailure)
        -> [[UInt8]]
    {
        var waits = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: saysMore ? diagnostics : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: outgoing.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        ]
        let milliseconds = Int32(clamping: Int64((max(patience, .zero) / .milliseconds(1)).rounded(.up)))
        guard poll(&waits, 3, milliseconds) > 0 else { return [] }
        if waits[1].revents != 0 { readDiagnostics() }
        if waits[2].revents != 0 {
            let written = outgoing.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            if written > 0 { outgoing = outgoing.dropFirst(written) }
            // What it wrote before it ended is read first.
            if written < 0, errno == EPIPE, waits[0].revents == 0 { throw endedByItself() }
        }
        return waits[0].revents == 0 ? [] : try readLines()
    }

    private func readLines() throws(RecognizerFailure) -> [[UInt8]] {
        let count = read(output, &buffer, buffer.count)
        if count == 0 { throw endedByItself() }
        guard count > 0 else { return [] }
        let complete = lines.feed(buffer[..<count])
        if lines.pending > longestLine { throw .malformed("is longer than \(longestLine) bytes") }
        return complete
    }

    /// Logs what the program has written to standard error, in lines of bounded length.
    private func readDiagnostics() {
        let count = read(diagnostics, &buffer, buffer.count)
        if count == 0 { saysMore = false }
        var complete = said.feed(buffer[..<max(0, count)])
        if said.pending > Self.longestMessage || !saysMore { complete.append(said.take()) }
        for line in complete where !line.isEmpty {
            let text = String(decoding: line.prefix(Self.longestMessage), as: UTF8.self)
            messages += 1
            if messages > Self.mostMessages { continue }
            logger.warning("recognizer command: \(text)", metadata: ["pid": "\(processID)"])
            if messages == Self.mostMessages { logger.warning("no more of what it writes is logged") }
        }
    }

    private static let longestMessage = 1_000
    /// A program that never stops must not fill the disk with its log.
    private static let mostMessages = 1_000

    /// The failure of a program that has closed its output, with how it ended.
    private func endedByItself() -> RecognizerFailure {
        let how = end(within: .seconds(1)).map { status in
            let signal = status & 0x7F
            return signal == 0 ? "ended with status \(status >> 8 & 0xFF)" : "was ended by signal \(signal)"
        }
        return RecognizerFailure(
            .ended, "the recognizer command \(how ?? "closed its output")",
            hint: "the daemon's log has what it wrote to standard error")
    }

    /// Closes the program's input, which tells it to end; kills it when it still runs after `patience`, and whatever it
    /// started. Returns the status of one that ended by itself.
    func end(within patience: Duration) -> Int32? {
        if isEnded { return nil }
        isEnded = true
        close(input)
        let deadline = ContinuousClock.now + patience
        var state = siginfo_t()
        // Its number stays taken until it is waited for, so the group that is killed is certainly its own.
        while waitid(P_PID, id_t(processID), &state, WEXITED | WNOHANG | WNOWAIT) == 0, state.si_signo == 0,
            ContinuousClock.now < deadline
        { usleep(5_000) }
        let endedByItself = state.si_signo != 0
        kill(-processID, SIGKILL)
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        // No more than a pipe holds: something that the program started in a session of its own lives on, and may write
        // without end.
        for _ in 0..<16 where saysMore {
            var wait = pollfd(fd: diagnostics, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 0) > 0 else { break }
            readDiagnostics()
        }
        close(output)
        close(diagnostics)
        return endedByItself ? status : nil
    }
}
