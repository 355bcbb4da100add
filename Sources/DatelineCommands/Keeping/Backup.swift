import ArgumentParser
import DatelineClient

struct Backup: ParsableCommand, Runner {
    static let configuration = CommandConfiguration(
        commandName: "backup", _superCommandName: Dateline.name,
        abstract: "Write the whole index into a file, as it is at one moment, while the daemon goes on.",
        discussion: """
            The file is a tar archive. It needs room for the index once more where the index is.

              dateline backup news.tar
              dateline backup - | ssh elsewhere "cat > news.tar"
            """)

    @Argument(help: "The file, or - for standard output.") var file: String
    @Flag(help: "Replace the file when it is there.") var force = false
    @OptionGroup var daemon: DaemonOptions

    func invocation() throws -> any Invocation {
        DownloadInvocation(target: "/v1/admin/backup", path: file, force: force)
    }
}
