/// The release that the client and the daemon belong to.
package enum Release {
    /// As `--version` and `status` print it.
    package static let version = "0.1.0"
}
