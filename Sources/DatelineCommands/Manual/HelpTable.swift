/// What a program declares of itself, as `--experimental-dump-help` of the argument parser prints it: the table that help,
/// completion and man pages are made of.
struct HelpTable: Decodable {
    struct Command: Decodable {
        var commandName: String
        var superCommands: [String]?
        var abstract: String?
        var discussion: String?
        var aliases: [String]?
        var shouldDisplay: Bool?
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        /// `positional`, `option` or `flag`.
        var kind: String
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var discussion: String?
    }

    var command: Command
}

extension HelpTable.Command {
    /// `dateline search`.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// The commands below it that help lists.
    var shown: [HelpTable.Command] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// What stands in the discussion, by paragraphs, without the examples.
    var paragraphs: [String] {
        (discussion ?? "").split(separator: "\n\n")
            .filter { !$0.hasPrefix("  ") }
            .map { $0.split(separator: "\n").joined(separator: " ") }
    }

    /// The lines of the discussion that are set in: one command each.
    var examples: [String] {
        (discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  ") }
            .map { String($0.drop { $0 == " " }) }
    }
}
