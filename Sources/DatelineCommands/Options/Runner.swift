import ArgumentParser
import DatelineClient

/// A command that asks the daemon.
protocol Runner {
    var daemon: DaemonOptions { get }
    func invocation() throws -> any Invocation
}
