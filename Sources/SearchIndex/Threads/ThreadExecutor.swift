/// A serial executor that owns one thread: an actor on it runs all its code there, so that what the actor holds
/// (a Xapian handle, above all) is created, used and released on one thread and never shared.
///
/// The thread starts with the executor and ends when the executor is released and its queue is empty.
final class ThreadExecutor: SerialExecutor {
    private let mailbox = Mailbox()

    init() { mailbox.startThread() }

    deinit { mailbox.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        mailbox.put { job.runSynchronously(on: executor) }
    }
}
