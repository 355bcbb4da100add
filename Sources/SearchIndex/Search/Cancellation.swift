import XapianKit

/// What tells queries that nobody waits for their answer any more. Raised once, from any thread, for good.
package final class Cancellation: Sendable {
    /// The same for the engine's own loops.
    let flag = StopFlag()

    package init() {}

    package func cancel() { flag.raise() }
    package var isCancelled: Bool { flag.isRaised }
}
