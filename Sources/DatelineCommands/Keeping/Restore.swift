import ArgumentParser
import DatelineClient

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", _superCommandName: Dateline.name,
        abstract: "Make an index from a backup.",
        discussion: """
            The folder of the index must be missing or empty. No daemon is asked.

              dateline restore --index /srv/dateline/index news.tar
            """)

    @Argument(help: "The backup, or - for standard input.", completion: .file()) var file: String
    @Option(
        help: ArgumentHelp(
            "Folder of the index; otherwise $DATELINE_INDEX, or where a daemon of this user has its own.",
            valueName: "dir"))
    var index: String?

    var invocation: RestoreInvocation { RestoreInvocation(path: file, index: index) }
}
