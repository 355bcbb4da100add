import Glibc

/// SIGINT and SIGTERM as something to wait for, for a command that runs until it is told to stop.
enum StopSignal {
    /// A pipe's ends: the handler writes the signal's number.
    private static let ends: (read: Int32, write: Int32) = {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }()

    /// Catches the signals from now on; what is returned becomes readable with the first of them. A second one ends the
    /// process at once.
    static func install() -> Int32 {
        let descriptor = ends.read
        for number in [SIGINT, SIGTERM] {
            _ = signal(number) { number in
                // Only calls that a handler may make.
                var value = UInt8(truncatingIfNeeded: number)
                _ = write(StopSignal.ends.write, &value, 1)
                _ = signal(number, SIG_DFL)
            }
        }
        return descriptor
    }

    /// Whether one has come.
    static var hasCome: Bool {
        var file = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
        return poll(&file, 1, 0) > 0
    }

    /// Ends the process as SIGINT does when nobody catches it, if that is what has come: a loop in a script ends too.
    static func endIfInterrupted() {
        var value: UInt8 = 0
        guard read(ends.read, &value, 1) == 1, value == UInt8(SIGINT) else { return }
        signal(SIGINT, SIG_DFL)
        // Threads of the concurrency library have signals blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(SIGINT)
    }
}
