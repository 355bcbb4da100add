import ArgumentParser
import DatelineClient
import Glibc

/// What the first word of a command line names: a command of this program, or a program `dateline-NAME` of the user's.
enum CommandName {
    /// Takes `--socket` off the front, into the environment, where every command and every program finds it; becomes the
    /// program that the first word names when it is no command here.
    ///
    /// - Returns: the command line to parse.
    /// - Throws: ``ClientError`` with the code `usage`: no such command, or its program cannot be run.
    static func resolve(_ arguments: [String]) throws(ClientError) -> [String] {
        var rest = arguments[...]
        if let socket = takeSocket(&rest) { setenv("DATELINE_SOCKET", socket, 1) }
        guard let name = rest.first, !name.hasPrefix("-"), !name.isEmpty, name != "help", command(name) == nil
        else {
            return Array(rest)
        }
        let others = Array(rest.dropFirst())
        if let socket = socket(in: others) { setenv("DATELINE_SOCKET", socket, 1) }
        if !name.contains("/") { try become("dateline-" + name, others) }
        let nearest = EditDistance.nearest(to: name, in: Array(offered))
        throw .usage(
            "there is no command \"\(name)\"",
            hint: nearest.map { "did you mean \($0)?" } ?? "dateline --help lists them")
    }

    /// The commands that help lists.
    private static var offered: [String] {
        Dateline.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0._commandName } + ["help"]
    }

    /// The command of this program with a name.
    static func command(_ name: String) -> (any ParsableCommand.Type)? {
        Dateline.configuration.subcommands.first {
            $0._commandName == name || $0.configuration.aliases.contains(name)
        }
    }

    private static func takeSocket(_ rest: inout ArraySlice<String>) -> String? {
        guard let first = rest.first else { return nil }
        if first == "--socket", rest.count > 1 {
            defer { rest.removeFirst(2) }
            return rest[rest.startIndex + 1]
        }
        guard first.hasPrefix("--socket=") else { return nil }
        rest.removeFirst()
        return String(first.dropFirst("--socket=".count))
    }

    /// The socket that a line names somewhere before `--`.
    private static func socket(in arguments: [String]) -> String? {
        var rest = arguments[...]
        while let word = rest.first, word != "--" {
            if let socket = takeSocket(&rest) { return socket }
            rest.removeFirst()
        }
        return nil
    }

    /// Returns when there is no such program in `$PATH`.
    private static func become(_ program: String, _ arguments: [String]) throws(ClientError) {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        execvp(program, &words)
        let reason = errno
        // EACCES is also what a folder of $PATH gives that is not for this user.
        if [ENOENT, ENOTDIR, EACCES].contains(reason) { return }
        throw .usage("cannot run \(program): \(SystemError(reason))")
    }
}
