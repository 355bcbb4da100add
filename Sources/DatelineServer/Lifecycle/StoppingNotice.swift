import ServiceLifecycle

/// Tells the service manager when the daemon has been told to stop.
struct StoppingNotice: Service {
    let manager: ServiceManager

    func run() async throws {
        try await gracefulShutdown()
        manager.stopping()
    }
}
