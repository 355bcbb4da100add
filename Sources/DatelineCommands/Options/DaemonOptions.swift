import ArgumentParser

struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The daemon's socket; otherwise $DATELINE_SOCKET or this user's own.", valueName: "path"),
        completion: .file())
    var socket: String?

    @Flag(help: "Do not start a daemon when none listens.")
    var noStart = false

    @Flag(help: "Print the same request as a line for curl, and ask nothing.")
    var curl = false
}
