import Glibc
import Hummingbird
package import Logging
import NIOCore
import NIOPosix
import SearchIndex
import ServiceLifecycle

/// The daemon: an index behind a socket.
package enum Daemon {
    /// Where it works.
    package struct Configuration: Sendable {
        /// The folder of the index: the database is in `db` inside it.
        package var index: String
        /// The folder with `gazetteers` in it.
        package var tables: String
        package var socket: String
        package var limits = ServerLimits()

        package init(index: String, tables: String, socket: String) {
            self.index = index
            self.tables = tables
            self.socket = socket
        }
    }

    /// An error of `run` in words: what went wrong and what to do.
    package static func reason(_ error: any Error) -> String {
        guard let error = error as? SearchIndexError else { return "\(error)" }
        return error.message + (error.hint.map { " (\($0))" } ?? "")
    }

    /// Opens the index and serves it until SIGTERM or SIGINT; then finishes what is under way and closes.
    /// - Throws: `StartupError` and `SearchIndexError` when it cannot start.
    package static func run(_ configuration: Configuration, logger: Logger) async throws {
        // Articles are nobody else's business: files and folders are made for their owner alone.
        umask(0o077)
        try Folder.make(configuration.index)
        let lock = try LockFile(path: configuration.index + "/lock", of: "the index \(configuration.index)")
        let socket = try ListeningSocket(path: configuration.socket)
        var opening = Index.Configuration(
            path: configuration.index + "/db", gazetteers: configuration.tables + "/gazetteers")
        opening.load = OpenFiles.loadLimits(files: OpenFiles.raiseLimit())
        let index = try await Index(opening, logger: logger)
        // One loop: its work is small beside the searching, and a connection never changes threads.
        let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let application = Application(
            responder: DatelineResponder(index: index, limits: configuration.limits, started: .now),
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: socket.path), serverName: "datelined"),
            onServerRunning: { _ in
                socket.restrict()
                logger.info("listening", metadata: ["socket": "\(socket.path)", "index": "\(configuration.index)"])
            },
            eventLoopGroupProvider: .shared(loop), logger: logger)
        let served = await serve(application, on: loop)
        await index.close()
        try await loop.shutdownGracefully()
        try served.get()
        socket.remove()
        withExtendedLifetime(lock) {}
        logger.info("stopped")
    }

    private static func serve(_ application: some ApplicationProtocol, on loop: MultiThreadedEventLoopGroup) async
        -> Result<Void, any Error>
    {
        do {
            return .success(
                try await withTaskExecutorPreference(EventLoopTaskExecutor(loop.next())) {
                    try await application.runService()
                })
        } catch {
            return .failure(error)
        }
    }
}
