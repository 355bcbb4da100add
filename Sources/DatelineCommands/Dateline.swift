package import ArgumentParser
import DatelineAPI
import DatelineClient
import Glibc

/// The command `dateline`: flags as typed become an `Invocation`, which does the rest.
package struct Dateline: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Search news articles, and index them.",
        discussion: """
            A daemon, datelined, keeps the index; the first command starts one of your own.

              dateline index articles/
              dateline search --facet person abraham accords

            Any other command foo runs the program dateline-foo of $PATH.

            Exit status: 0 something matched or all was accepted, 1 nothing matched, 2 usage or query error, \
            3 partly done, 4 no daemon, 5 no permission, 6 stale cursor, 7 damaged index, 20 format version too old, 21 too new, 75 try again.
            """,
        version: "dateline \(Release.text)",
        subcommands: [
            Index.self, Search.self, Count.self, Facet.self, Similar.self, Suggest.self, Show.self, Stories.self,
            Pairs.self, Timeline.self, Screen.self, Watch.self, Queries.self, Entities.self, Delete.self,
            Status.self, Export.self, Check.self, Compact.self, Reindex.self, Backup.self, Restore.self,
            Completion.self, Man.self,
        ])

    static let name = "dateline"

    package init() {}

    /// Runs the command line of this process, and ends it with the status that says how that went.
    package static func run() -> Never {
        // With the daemon's line, for which there must be time to ask it.
        if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
            CallingThread.run { Glibc.exit(await VersionInvocation().perform(socket: nil, starts: false).rawValue) }
        }
        do {
            let arguments = try CommandName.resolve(Array(CommandLine.arguments.dropFirst()))
            var command = try parse(arguments)
            if let runner = command as? any Runner {
                let invocation = try runner.invocation()
                let (socket, starts, curl) = (runner.daemon.socket, !runner.daemon.noStart, runner.daemon.curl)
                CallingThread.run {
                    Glibc.exit(await invocation.perform(socket: socket, starts: starts, curl: curl).rawValue)
                }
            }
            if let restore = command as? Restore { Glibc.exit(restore.invocation.perform().rawValue) }
            try command.run()
            exit()
        } catch let error as ClientError {
            try? Output.diagnostics(.current).write(ErrorText.render(error))
            Glibc.exit(error.exitStatus.rawValue)
        } catch  where exitCode(for: error) == .validationFailure {
            let message = fullMessage(for: error)
            let isExclusion = message.contains("Unknown option '-") && !message.contains("Unknown option '--")
            let hint =
                isExclusion ? "\nTo leave a word out, put -- before the query: dateline search -- gaza -hamas" : ""
            try? Output.diagnostics(.current).write(TerminalText.safe(message + hint, keepingLines: true) + "\n")
            Glibc.exit(ExitStatus.usage.rawValue)
        } catch {
            exit(withError: error)
        }
    }

    /// From the root, the options of all commands are made, and those of the one that is meant three times: where its line is
    /// right it is parsed by itself.
    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        if let name = arguments.first, let command = CommandName.command(name),
            let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())), parsed is any Runner
        {
            return parsed
        }
        return try parseAsRoot(arguments)
    }
}
