import NIOCore

/// Runs tasks on the thread of an event loop, where their connections are served.
///
/// On the default executor a request would change threads twice more, from the loop to a worker and back: on an idle
/// machine each change costs the time it takes to wake a thread. Searches and analysis are not done here: their actors
/// have threads of their own.
final class EventLoopTaskExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
