/// How much the client holds and sends at once. Bytes unless said otherwise.
package struct IngestLimits: Sendable {
    /// What is sent at once is not made longer than this, save by one longer file or line.
    package var piece = 4 << 20
    /// A longer file or line is refused; the daemon refuses it too.
    package var longest = 64 << 20
    /// What is read at once.
    package var chunk = 256 << 10
    /// Milliseconds without input after which what is there is committed.
    package var silence: Int32 = 500

    package init() {}
}
