import Glibc

/// A place where one thread leaves one value for another that waits for it.
final class Handover<Value: Sendable>: @unchecked Sendable {
    // @unchecked Sendable: `value` is written before the semaphore is raised and read after it was waited for, which
    // orders the two; each happens once. The semaphore has a fixed address, freed when both threads have let go.
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private var value: Value?

    init() {
        semaphore.initialize(to: sem_t())
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func give(_ value: Value) {
        self.value = value
        sem_post(semaphore)
    }

    /// Waits for the value. Blocks.
    func take() -> Value {
        while sem_wait(semaphore) != 0 {}
        guard let value else { preconditionFailure("a semaphore was raised without a value") }
        return value
    }
}
