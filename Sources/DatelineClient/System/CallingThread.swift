import Glibc
import Synchronization

/// Runs a command's tasks on the thread that calls `run`, one after the other.
///
/// The default executor would start threads, and a command has nothing for them to do: it waits for one daemon.
package final class CallingThread: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isWaiting = false
    }

    private let state = Mutex(State())
    /// A byte in this pipe wakes the thread.
    private let wake: (read: Int32, write: Int32)

    private init() {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0, "no pipe can be made")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = (ends[0], ends[1])
    }

    /// Runs `body`, which ends the process.
    ///
    /// Signals that whoever started the program had blocked, as threads of Swift's concurrency library have, reach it from
    /// now on: otherwise a watch could not be ended.
    package static func run(_ body: @escaping @Sendable () async -> Never) -> Never {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        let executor = CallingThread()
        Task(executorPreference: executor) { await body() }
        while true { executor.next().runSynchronously(on: executor.asUnownedTaskExecutor()) }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isWaiting = state.withLock { state in
            state.jobs.append(job)
            defer { state.isWaiting = false }
            return state.isWaiting
        }
        if isWaiting { _ = write(wake.write, [0], 1) }
    }

    /// The job that has waited longest; waits for one.
    private func next() -> UnownedJob {
        while true {
            let job: UnownedJob? = state.withLock { state in
                if !state.jobs.isEmpty { return state.jobs.removeFirst() }
                state.isWaiting = true
                return nil
            }
            if let job { return job }
            var byte: UInt8 = 0
            _ = read(wake.read, &byte, 1)
        }
    }
}
