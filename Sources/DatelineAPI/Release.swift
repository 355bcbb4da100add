import CRelease

/// The release that the client and the daemon belong to.
package enum Release {
    /// As `--version` and `status` print it.
    package static let version = "0.1.0"

    /// The commit that this program was built from; `unknown` when its build was not told.
    package static var commit: String { String(cString: crelease_commit()) }

    /// `0.1.0 (commit 0123456789ab)`.
    package static var text: String { "\(version) (commit \(commit))" }
}
