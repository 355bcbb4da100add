/// How much the client holds and sends at once. Bytes unless said otherwise.
package struct IngestLimits: Sendable {
    /// A request is not made longer than this, save by one longer file or line.
    package var request = 4 << 20
    /// Files in a request.
    package var filesInRequest = 500
    /// A longer file or line is refused; the daemon refuses it too.
    package var longest = 64 << 20
    /// What is read at once.
    package var chunk = 256 << 10

    package init() {}
}
