import Synchronization

/// The settings in force. Requests look here, so new ones hold from the next request on.
final class SettingsStore: Sendable {
    private let settings: Mutex<Settings>

    init(_ first: Settings) { settings = Mutex(first) }

    var newest: Settings { settings.withLock { $0 } }

    func publish(_ newer: Settings) { settings.withLock { $0 = newer } }
}
