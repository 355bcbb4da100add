import ArgumentParser

struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The daemon's socket; otherwise $DATELINE_SOCKET or this user's own.", valueName: "path"))
    var socket: String?

    @Flag(help: "Do not start a daemon when none listens.")
    var noStart = false
}
