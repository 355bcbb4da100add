package import DatelineAPI

/// How long a search may take, as asked for: `--search-timeout` and its variable.
package enum SearchTimeOption {
    package static let text = "$DATELINE_SEARCH_TIMEOUT, or 2"

    /// The time that the option, or the variable, means; nil when there is neither.
    /// - Throws: `StartupError`: it is no time.
    package static func time(
        option: String?, environment: UserEnvironment = .current
    ) throws(StartupError) -> Duration? {
        guard let text = option ?? environment["DATELINE_SEARCH_TIMEOUT"] else { return nil }
        guard let seconds = Int(text), (1...86_400).contains(seconds) else {
            throw StartupError("--search-timeout is not from 1 to 86400 seconds")
        }
        return .seconds(seconds)
    }
}
