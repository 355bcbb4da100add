/// The exit statuses of `datelined` that a client which started it tells apart.
package enum DaemonStatus {
    /// It could not start, or could not go on; its log says why.
    package static let failed: Int32 = 1
    /// Another daemon holds the socket, or is about to: wait for that one. `EX_TEMPFAIL` of `sysexits.h`.
    package static let socketHeld: Int32 = 75
}
