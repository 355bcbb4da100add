import Logging
import SearchIndex
import ServiceLifecycle
import UnixSignals

/// Reads the configuration file and the gazetteers again at each SIGHUP.
struct ReloadService: Service {
    let settings: SettingsStore
    /// Reads the settings.
    let read: @Sendable () throws -> Settings
    let index: Index
    /// Called with settings that have come into force.
    let whenChanged: @Sendable (Settings) -> Void
    let manager: ServiceManager
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            manager.reloading()
            defer { manager.ready() }
            do {
                let newer = try read()
                try await index.reloadGazetteers()
                settings.publish(newer)
                whenChanged(newer)
                logger.notice("reloaded")
            } catch {
                // A typing error must not end a daemon that runs.
                logger.error("not reloaded, all is as before", metadata: ["reason": "\(Daemon.reason(error))"])
            }
        }
    }
}
