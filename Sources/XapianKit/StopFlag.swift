import Synchronization

/// A flag that one thread raises to stop another that is at work, in the engine too.
package final class StopFlag: @unchecked Sendable {
    // @unchecked Sendable: the byte is only read and written atomically. It has a fixed address, allocated in `init` and
    // freed in `deinit`, which runs when nobody holds the flag any more; the engine holds none beyond a call.
    private let byte: UnsafeMutablePointer<Atomic<UInt8>>

    package init() {
        // The engine reads it as the plain byte that it is.
        precondition(MemoryLayout<Atomic<UInt8>>.size == 1)
        byte = .allocate(capacity: 1)
        byte.initialize(to: Atomic(0))
    }

    deinit {
        byte.deinitialize(count: 1)
        byte.deallocate()
    }

    package func raise() { byte.pointee.store(1, ordering: .relaxed) }
    package var isRaised: Bool { byte.pointee.load(ordering: .relaxed) != 0 }

    /// Calls `body` with where the flag is. Valid during the call only.
    func withAddress<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R {
        withExtendedLifetime(self) { body(UnsafeRawPointer(byte).assumingMemoryBound(to: UInt8.self)) }
    }
}
