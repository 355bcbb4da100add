import DatelineClient

/// The manual of a program, a page for the program and one for each of its commands, in mdoc(7).
struct ManPage {
    /// `dateline-search.1`.
    var name: String
    var text: String

    /// The day that the pages bear: that of the release.
    private static let day = "November 28, 2026"

    /// The pages of a program; `section` is 1 for users, 8 for those who keep the system.
    static func all(of table: HelpTable, section: Int) -> [ManPage] {
        let program = table.command
        let pages = program.shown.map { command in
            page(command, title: "\(program.commandName)-\(command.commandName)", section: section) { text in
                text.macro("Sh EXIT STATUS")
                text.prose("As of every command:")
                text.macro("Xr \(program.commandName) \(section) .")
            } seeAlso: { text in
                text.macro("Xr \(program.commandName) \(section)")
            }
        }
        let isClient = program.commandName == "dateline"
        let own = page(program, title: program.commandName, section: section) { text in
            if !program.shown.isEmpty { Self.commands(of: program, section, &text) }
            if isClient {
                Self.variables(&text)
                Self.statuses(&text)
            }
        } seeAlso: { text in
            let others =
                isClient
                ? program.shown.map { "\(program.commandName)-\($0.commandName) 1" } + ["datelined 8"] : ["dateline 1"]
            for (number, other) in others.sorted().enumerated() {
                text.macro("Xr \(other)\(number < others.count - 1 ? " ," : "")")
            }
        }
        return [own] + pages
    }

    private static func page(
        _ command: HelpTable.Command, title: String, section: Int, after: (inout Mdoc) -> Void,
        seeAlso: (inout Mdoc) -> Void
    ) -> ManPage {
        var text = Mdoc()
        text.macro("Dd \(day)")
        text.macro("Dt \(title.uppercased()) \(section)")
        text.macro("Os")
        text.macro("Sh NAME")
        text.macro("Nm \(title)")
        let abstract = command.abstract ?? ""
        text.macro("Nd \(abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract)")
        text.macro("Sh SYNOPSIS")
        synopses(of: command, &text)
        text.macro("Sh DESCRIPTION")
        describe(command, &text)
        for part in parts(of: command) {
            text.macro("Ss \(Mdoc.word(part.path.dropFirst().joined(separator: " ")))")
            text.prose(part.abstract ?? "")
            describe(part, &text)
        }
        after(&text)
        let examples = command.examples + parts(of: command).flatMap(\.examples)
        if !examples.isEmpty { text.macro("Sh EXAMPLES") }
        text.literal(examples)
        text.macro("Sh SEE ALSO")
        seeAlso(&text)
        return ManPage(name: "\(title).\(section)", text: text.text)
    }

    /// The commands below one that has a page; the program's own have pages themselves.
    private static func parts(of command: HelpTable.Command) -> [HelpTable.Command] {
        if (command.superCommands ?? []).isEmpty { return [] }
        return command.shown.flatMap { [$0] + parts(of: $0) }
    }

    private static func synopses(of command: HelpTable.Command, _ text: inout Mdoc) {
        let path = command.path.joined(separator: " ")
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        text.macro("Nm \(path)")
        if arguments.contains(where: { $0.kind != "positional" }) { text.macro("Op Ar options") }
        for argument in arguments where argument.kind == "positional" {
            let name = "Ar \(Mdoc.word(argument.valueName ?? "value"))\(argument.isRepeating ? " ..." : "")"
            text.macro(argument.isOptional ? "Op \(name)" : name)
        }
        if !command.shown.isEmpty && (command.superCommands ?? []).isEmpty { text.macro("Ar command") }
        for part in parts(of: command) where part.shown.isEmpty { synopses(of: part, &text) }
    }

    private static func describe(_ command: HelpTable.Command, _ text: inout Mdoc) {
        let paragraphs = command.paragraphs
        if paragraphs.isEmpty && (command.superCommands?.count ?? 0) < 2 { text.prose(command.abstract ?? "") }
        for (number, paragraph) in paragraphs.enumerated() {
            if number > 0 { text.macro("Pp") }
            text.prose(paragraph)
        }
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        guard !arguments.isEmpty else { return }
        text.macro("Bl -tag -width Ds")
        for argument in arguments {
            text.macro("It \(tag(of: argument))")
            text.prose([argument.abstract, argument.discussion].compactMap(\.self).joined(separator: " "))
        }
        text.macro("El")
    }

    /// `Fl h , Fl -help`, `Fl -where Ar field=value`.
    private static func tag(of argument: HelpTable.Argument) -> String {
        let value = argument.kind == "flag" ? "" : " Ar " + Mdoc.word(argument.valueName ?? "value")
        guard let names = argument.names, argument.kind != "positional" else { return String(value.dropFirst()) }
        return names.map { "Fl \($0.kind == "long" ? "-" : "")\($0.name)\(value)" }.joined(separator: " , ")
    }

    private static func commands(of program: HelpTable.Command, _ section: Int, _ text: inout Mdoc) {
        text.macro("Ss Commands")
        text.macro("Bl -tag -width Ds")
        for command in program.shown {
            text.macro("It Xr \(program.commandName)-\(command.commandName) \(section)")
            text.prose(command.abstract ?? "")
        }
        text.macro("El")
        text.prose("Any other command FOO runs the program \(program.commandName)-FOO of $PATH.")
    }

    private static func statuses(_ text: inout Mdoc) {
        text.macro("Sh EXIT STATUS")
        text.macro("Bl -tag -width Ds")
        for status in ExitStatus.allCases where status != .interrupted {
            text.macro("It \(status.rawValue)")
            text.prose(status.meaning)
        }
        text.macro("El")
    }

    private static func variables(_ text: inout Mdoc) {
        text.macro("Sh ENVIRONMENT")
        text.macro("Bl -tag -width Ds")
        for (name, meaning) in [
            ("COLUMNS", "How wide text for people is; otherwise as the terminal says."),
            ("DATELINE_INDEX", "The folder of the index, for a daemon that a command starts."),
            ("DATELINE_SOCKET", "The daemon's socket."),
            ("NO_COLOR", "Set: nothing is bold."),
        ] {
            text.macro("It Ev \(name)")
            text.prose(meaning)
        }
        text.macro("El")
    }
}
