package import DatelineAPI

/// Where the configuration file is, as asked for: `--config` and its variable.
package enum SettingsOption {
    /// The file's path; nil for none.
    package static func path(option: String?, environment: UserEnvironment = .current) -> String? {
        (option ?? environment["DATELINE_CONFIG"]).map(environment.absolute)
    }
}
