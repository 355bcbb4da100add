/// The exit statuses of `datelined` that a client which started it tells apart.
package enum DaemonStatus {
    /// It could not start, or could not go on; its log says why.
    package static let failed: Int32 = 1
    /// `--check` has found the index damaged. The client's status for the same.
    package static let damaged: Int32 = 7
    /// Another daemon holds the socket, or is about to: wait for that one. `EX_TEMPFAIL` of `sysexits.h`.
    package static let socketHeld: Int32 = 75
}
