package import ArgumentParser
import DatelineAPI
import DatelineClient
import Glibc

/// The command `dateline`: flags as typed become an `Invocation`, which does the rest.
package struct Dateline: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Search news articles, and index them.",
        discussion: """
            A daemon, datelined, keeps the index; the first command starts one of your own.

              dateline index articles/
              dateline search --facet person abraham accords

            Exit status: 0 something matched or all was accepted, 1 nothing matched, 2 usage or query error, \
            3 partly done, 4 no daemon, 5 no permission, 6 stale cursor, 7 damaged index, 75 try again.
            """,
        version: "dateline \(Release.version)",
        subcommands: [
            Index.self, Search.self, Count.self, Facet.self, Similar.self, Suggest.self, Show.self, Stories.self,
            Entities.self, Delete.self,
            Status.self, Export.self, Check.self, Compact.self, Reindex.self, Backup.self, Restore.self, Watch.self,
            Queries.self,
        ])

    package init() {}

    /// Runs the command line of this process, and ends it with the status that says how that went.
    package static func run() async -> Never {
        do {
            var command = try parseAsRoot()
            if let runner = command as? any Runner {
                let invocation = try runner.invocation()
                let status = await invocation.perform(socket: runner.daemon.socket, starts: !runner.daemon.noStart)
                Glibc.exit(status.rawValue)
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
}
