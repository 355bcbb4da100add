import Glibc

/// The queue of work between whoever has some and the one thread that does it.
final class Mailbox: @unchecked Sendable {
    // @unchecked Sendable: `jobs` and `isClosed` are touched only between lock and unlock of the mutex. The mutex and
    // the condition have a fixed address, allocated in `init` and freed in `deinit`, which runs when both the owner
    // and its thread have let go.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [@Sendable () -> Void] = []
    private var isClosed = false

    init() {
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func put(_ job: @escaping @Sendable () -> Void) {
        pthread_mutex_lock(mutex)
        jobs.append(job)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Lets `take` return nil once everything put in before has been taken.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Starts a thread that does the work put in, in order, and ends when the mailbox is closed and empty.
    func startThread() {
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
                    for job in jobs { job() }
                }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(status == 0, "the system has no thread left: error \(status)")
        pthread_attr_destroy(&attributes)
    }

    /// All jobs put in since the last call, oldest first. Blocks until there are some; nil when closed and empty.
    private func take() -> [@Sendable () -> Void]? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while jobs.isEmpty {
            if isClosed { return nil }
            pthread_cond_wait(condition, mutex)
        }
        defer { jobs.removeAll(keepingCapacity: true) }
        return jobs
    }
}
