import DatelineAPI
import SearchIndex

/// What `datelined --version` prints.
package enum DaemonVersion {
    /// `datelined 0.1.0 (commit 0123456789ab), index schema 4, Xapian 1.4.22`.
    package static var text: String {
        "datelined \(Release.text), index schema \(Schema.version), Xapian \(Index.xapianVersion)"
    }
}
