import ServiceLifecycle

/// Tells the service manager, and whoever watches, when the daemon has been told to stop.
struct StoppingNotice: Service {
    let manager: ServiceManager
    let watches: Watches

    func run() async throws {
        try await gracefulShutdown()
        manager.stopping()
        watches.end()
    }
}
