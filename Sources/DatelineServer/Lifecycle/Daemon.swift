package import DatelineAPI
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
        /// The folder with `gazetteers`, `tagger.model` and `spelling-variants.tsv` in it.
        package var tables: String
        package var socket: String
        package var limits = ServerLimits()
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
        // A limit on the size of files is a full disk: the write fails, and the process goes on.
        signal(SIGXFSZ, SIG_IGN)
        let recognizer = try RecognizerOption.command(
            configuration.recognizer, seconds: configuration.recognizerTimeout)
        // The socket first: a client that finds it held knows that the daemon it wants is there, or starting.
        let socket = try ListeningSocket(path: configuration.socket)
        try Folder.make(configuration.index)
        let lock = try LockFile(path: configuration.index + "/lock", of: "the index \(configuration.index)")
        var opening = Index.Configuration(
            path: configuration.index + "/db", gazetteers: configuration.tables + "/gazetteers",
            model: configuration.tables + "/tagger.model",
            spelling: configuration.tables + "/spelling-variants.tsv")
        opening.recognizer = recognizer
        opening.writesWaiting = configuration.limits.writesWaiting
        opening.load = OpenFiles.loadLimits(files: OpenFiles.raiseLimit())
        let index = try await Index(opening, logger: logger)
        // One loop: its work is small beside the searching, and a connection never changes threads.
        let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let application = application(
            DatelineResponder(index: index, limits: configuration.limits, started: .now), socket: socket.path, on: loop,
            logger: logger
        ) {
            socket.restrict()
            logger.info("listening", metadata: ["socket": "\(socket.path)", "index": "\(configuration.index)"])
        }
        let served = await serve(application, on: loop)
        await index.close()
        try await loop.shutdownGracefully()
        try served.get()
        socket.remove()
        withExtendedLifetime(lock) {}
        logger.info("stopped")
    }

    /// What answers on a socket: every connection has its watch, which the responder's context finds.
    static func application<Responder: HTTPResponder>(
        _ responder: Responder, socket: String, on loop: any EventLoopGroup, logger: Logger,
        whenListening: @escaping @Sendable () -> Void
    ) -> some ApplicationProtocol where Responder.Context == ConnectionContext {
        Application(
            responder: responder,
            server: .http1(configuration: .init(additionalChannelHandlers: [ConnectionWatch()])),
            configuration: ApplicationConfiguration(address: .unixDomainSocket(path: socket), serverName: "datelined"),
            onServerRunning: { _ in whenListening() }, eventLoopGroupProvider: .shared(loop), logger: logger)
    }

    /// Serves until a signal, with all requests answered on the loop's thread.
    static func serve(_ application: some ApplicationProtocol, on loop: MultiThreadedEventLoopGroup) async
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
