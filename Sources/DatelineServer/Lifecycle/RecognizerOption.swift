package import DatelineAPI
import Glibc
import SearchIndex

/// The user's own recognizer as asked for: `--recognizer-command`, `--recognizer-timeout`, and their variable.
package enum RecognizerOption {
    package static let text = "$DATELINE_RECOGNIZER, or none"

    /// The command line: the option, or the variable. Both may be empty for none.
    package static func commandLine(option: String?, environment: UserEnvironment = .current) -> String? {
        let line = option ?? environment["DATELINE_RECOGNIZER"]
        return line == "" ? nil : line
    }

    /// The command that a command line means, looked for now, so that a misspelt one does not wait for the first article.
    /// - Throws: `StartupError`: it cannot be read, there is no such program, or the time is no time.
    static func command(
        _ commandLine: String?, seconds: Int?, environment: UserEnvironment = .current
    ) throws(StartupError) -> RecognizerCommand? {
        guard let commandLine else { return nil }
        guard var command = RecognizerCommand(commandLine: commandLine) else {
            throw StartupError(
                "--recognizer-command is empty or has an open quote", hint: "give a program and its arguments")
        }
        let program = command.words[0]
        let folders = program.contains("/") ? [] : (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" }
        let paths = program.contains("/") ? [program] : folders.map { $0 + program }
        guard paths.contains(where: { access($0, X_OK) == 0 }) else {
            throw StartupError(
                "the recognizer command \(program) is no program that can be run",
                hint: "give its path, from / on, or one in $PATH; for a shell write sh -c '…'")
        }
        guard let seconds else { return command }
        guard (1...86_400).contains(seconds) else {
            throw StartupError("--recognizer-timeout is not from 1 to 86400 seconds")
        }
        command.patience = .seconds(seconds)
        return command
    }
}
