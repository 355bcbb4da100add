/// A system call that failed on the way to a running program.
struct SpawnError: Error, Equatable, Sendable {
    /// The value of `errno`.
    var number: Int32
}
