import DatelineAPI
import Glibc
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
import SearchIndex
import ServiceLifecycle
import UnixSignals

/// The daemon: an index behind a socket.
package enum Daemon {
    /// Where it works.
    package struct Configuration: Sendable {
        /// The folder of the index: the database is in `db` inside it.
        package var index: String
        /// The folder with `gazetteers`, `tagger.model` and `spelling-variants.tsv` in it.
        package var tables: String
        package var socket: String
        /// The configuration file; nil for the usual settings.
        package var settings: String?
        /// How long a search may take, where it is not the file that says.
        package var searchTime: Duration?
        /// The command line of a program that finds names; nil for none.
        package var recognizer: String?
        /// How many seconds that program may say nothing; nil for the usual.
        package var recognizerTimeout: Int?

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

    /// The status that a program ends with which `run` threw this at.
    package static func exitStatus(_ error: any Error) -> Int32 {
        (error as? StartupError)?.exitStatus ?? DaemonStatus.failed
    }

    /// Opens the index and serves it until SIGTERM or SIGINT; then finishes what is under way and closes.
    /// - Throws: `StartupError` and `SearchIndexError` when it cannot start.
    package static func run(_ configuration: Configuration, logger: Logger) async throws {
        // Articles are nobody else's business: files and folders are made for their owner alone.
        umask(0o077)
        // Until `ReloadService` listens to it, it must not end the daemon.
        signal(SIGHUP, SIG_IGN)
        // A limit on the size of files is a full disk: the write fails, and the process goes on.
        signal(SIGXFSZ, SIG_IGN)
        let recognizer = try RecognizerOption.command(
            configuration.recognizer, seconds: configuration.recognizerTimeout)
        let files = OpenFiles.raiseLimit()
        let read = { @Sendable () throws(StartupError) in
            var settings = try Settings(file: configuration.settings, searchTime: configuration.searchTime)
            settings.limits.connections = OpenFiles.connections(settings.limits, files: files)
            return settings
        }
        let first = try read()
        let settings = SettingsStore(first)
        // The socket first: a client that finds it held knows that the daemon it wants is there, or starting.
        let socket = try DaemonSocket(path: configuration.socket)
        try Folder.make(configuration.index)
        let lock = try LockFile(path: configuration.index + "/lock", of: "the index \(configuration.index)")
        var opening = Index.Configuration(
            path: configuration.index + "/db", gazetteers: configuration.tables + "/gazetteers",
            model: configuration.tables + "/tagger.model",
            spelling: configuration.tables + "/spelling-variants.tsv")
        opening.recognizer = recognizer
        let metrics = ServerMetrics()
        opening.whenCommitted = { metrics.count($0) }
        opening.writesWaiting = first.limits.writesWaiting
        opening.load = OpenFiles.loadLimits(files: files)
        let index = try await Index(opening, logger: logger)
        StandingRoute.understand(index, limits: first.limits) { name in
            logger.warning("a standing query cannot be read any more", metadata: ["name": "\(name)"])
        }
        // One loop: its work is small beside the searching, and a connection never changes threads.
        let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let counter = ConnectionCounter()
        let watches = Watches()
        let responder = DatelineResponder(
            index: index, settings: settings, counter: counter, metrics: metrics, watches: watches, started: .now)
        let apply = { @Sendable (settings: Settings) in
            socket.restrict(toOwner: !settings.access.letOthersIn)
            if settings.access.letOthersIn, !socket.isReachable {
                logger.warning(
                    "others may connect, but the socket's folder lets only its owner through",
                    metadata: ["socket": "\(socket.path)"])
            }
        }
        let manager = ServiceManager()
        let listening = Countdown(from: first.port == nil ? 1 : 2) { manager.ready() }
        let listens = { @Sendable in
            apply(settings.newest)
            logger.info("listening", metadata: ["socket": "\(socket.path)", "index": "\(configuration.index)"])
            listening.step()
        }
        var services: [any Service] = [
            ReloadService(
                settings: settings, read: read, index: index, whenChanged: apply, manager: manager, logger: logger)
        ]
        switch socket {
        case .own(let own):
            services.append(
                application(
                    responder, at: .unixDomainSocket(path: own.path), on: loop, counter: counter, settings: settings,
                    logger: logger, whenListening: listens))
        case .passed(let passed):
            services.append(
                PassedSocketServer(
                    socket: passed, responder: responder,
                    configuration: connections(isTCP: false, counter, settings), loop: loop, logger: logger,
                    whenListening: listens))
        }
        if let port = first.port {
            services.append(
                application(
                    responder, at: .hostname("127.0.0.1", port: port), isTCP: true, on: loop, counter: counter,
                    settings: settings, logger: logger
                ) {
                    logger.info("listening", metadata: ["port": "\(port)"])
                    listening.step()
                })
        }
        // The last one is told first.
        services.append(StoppingNotice(manager: manager, watches: watches))
        let served = await serve(services, drain: .seconds(first.limits.drainSeconds), on: loop, logger: logger)
        await index.close()
        try await loop.shutdownGracefully()
        try served.get()
        socket.remove()
        withExtendedLifetime(lock) {}
        logger.info("stopped")
    }

    /// What answers at an address: every connection has its watch, which the responder's context finds.
    static func application<Responder: HTTPResponder>(
        _ responder: Responder, at address: BindAddress, isTCP: Bool = false, on loop: any EventLoopGroup,
        counter: ConnectionCounter = ConnectionCounter(), settings: SettingsStore = SettingsStore(Settings()),
        logger: Logger, whenListening: @escaping @Sendable () -> Void
    ) -> some ApplicationProtocol where Responder.Context == ConnectionContext {
        Application(
            responder: responder,
            server: .http1(configuration: connections(isTCP: isTCP, counter, settings)),
            configuration: ApplicationConfiguration(address: address, serverName: serverName),
            onServerRunning: { _ in whenListening() }, eventLoopGroupProvider: .shared(loop), logger: logger)
    }

    /// What the `Server` header says.
    static let serverName = "datelined"

    /// How connections are set up. The watch of each has the limits in force when it comes.
    private static func connections(
        isTCP: Bool, _ counter: ConnectionCounter, _ settings: SettingsStore
    ) -> HTTP1Channel.Configuration {
        let limits = settings.newest.limits
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionWatch(isTCP: isTCP, counter: counter, limits: settings.newest.limits)
            ], idleTimeout: .seconds(Int64(limits.idleSeconds)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes))
    }

    /// Serves until a signal, with all requests answered on the loop's thread. What is under way then has `drain` to end
    /// in; after that it is cancelled.
    static func serve(
        _ services: [any Service], drain: Duration, on loop: MultiThreadedEventLoopGroup, logger: Logger
    ) async -> Result<Void, any Error> {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = drain
        let group = ServiceGroup(configuration: configuration)
        do {
            return .success(
                try await withTaskExecutorPreference(EventLoopTaskExecutor(loop.next())) { try await group.run() })
        } catch {
            return .failure(error)
        }
    }
}
