import Glibc

/// A serial executor that owns one thread: an actor on it runs all its code there, so that what the actor holds
/// (a Xapian handle, above all) is created, used and released on one thread and never shared.
///
/// The thread starts with the executor and ends when the executor is released and its queue is empty.
final class ThreadExecutor: SerialExecutor {
    private let mailbox = Mailbox()

    init() {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        // Query trees are walked recursively, to a depth that the parser limits; 8 MiB is ample.
        pthread_attr_setstacksize(&attributes, 8 << 20)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { context in
                let mailbox = Unmanaged<Mailbox>.fromOpaque(context!).takeRetainedValue()
                while let jobs = mailbox.take() {
                    for (job, executor) in jobs { job.runSynchronously(on: executor) }
                }
                return nil
            }, Unmanaged.passRetained(mailbox).toOpaque())
        precondition(status == 0, "the system has no thread left: error \(status)")
        pthread_attr_destroy(&attributes)
    }

    deinit { mailbox.close() }

    func enqueue(_ job: consuming ExecutorJob) { mailbox.put(UnownedJob(job), for: asUnownedSerialExecutor()) }
}
