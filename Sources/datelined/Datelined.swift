import ArgumentParser
import DatelineAPI
import DatelineServer
import Logging

/// `datelined`: keeps an index and answers for it over a Unix socket.
@main
struct Datelined: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps an index of news articles and answers for it over a Unix socket.",
        discussion: """
            Usually you need not start it: the client, dateline, starts one of your own when none listens.
            It stops on SIGTERM or SIGINT, when what is under way has been finished.
            """,
        version: DaemonVersion.text)

    @Flag(
        help: ArgumentHelp(
            "Look the index over, print what is damaged, and end; exit status 0 or 7.",
            discussion: "For an index that no daemon has open. To one that runs it is dateline check."))
    var check = false

    @Option(help: ArgumentHelp("Folder of the index.", discussion: "Default: \(Locations.indexText)", valueName: "dir"))
    var index: String?

    @Option(
        help: ArgumentHelp("Socket to listen on.", discussion: "Default: \(Locations.socketText)", valueName: "path"))
    var socket: String?

    @Option(
        help: ArgumentHelp(
            "Folder with the gazetteers.", discussion: "Default: \(Locations.tablesText)", valueName: "dir"))
    var tables: String?

    @Option(
        help: ArgumentHelp(
            "A program that finds names as well, with its arguments.",
            discussion: "It reads and writes NDJSON; docs/ENTITIES.md tells how. Default: \(RecognizerOption.text)",
            valueName: "command"))
    var recognizerCommand: String?

    @Option(
        help: ArgumentHelp(
            "How long that program may take for a passage.", discussion: "Default: 30", valueName: "seconds"))
    var recognizerTimeout: Int?

    @Option(
        help: ArgumentHelp(
            "How long a search may take; one that is stopped says so.",
            discussion: "Default: \(SearchTimeOption.text)", valueName: "seconds"))
    var searchTimeout: String?

    @Option(
        help: ArgumentHelp(
            "A file that sets limits and lets others in; SIGHUP reads it again.",
            discussion: "docs/GUIDE.md lists its settings. Default: $DATELINE_CONFIG, or none", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Least severe messages to log: trace, debug, info, notice, warning, error, critical.", valueName: "level"))
    var log = "info"

    func run() async throws {
        guard let level = Logger.Level(rawValue: log) else { throw ValidationError("there is no log level \(log)") }
        var logger = Logger(label: "datelined", factory: { _ in LineLogHandler() })
        logger.logLevel = level
        do {
            if check {
                let folder = IndexPath.resolve(option: index, environment: .current)
                let reply = try Daemon.check(index: folder)
                print(reply.text, terminator: "")
                if !reply.ok { throw ExitCode(DaemonStatus.damaged) }
                return
            }
            let locations = try Locations(index: index, socket: socket, tables: tables)
            var configuration = locations.configuration
            configuration.recognizer = RecognizerOption.commandLine(option: recognizerCommand)
            configuration.recognizerTimeout = recognizerTimeout
            configuration.searchTime = try SearchTimeOption.time(option: searchTimeout)
            configuration.settings = SettingsOption.path(option: config)
            try await Daemon.run(configuration, logger: logger)
        } catch let status as ExitCode {
            throw status
        } catch {
            // The client shows a log's last lines, so the reason stands there without decoration.
            logger.critical("\(Daemon.reason(error))")
            throw ExitCode(Daemon.exitStatus(error))
        }
    }
}
