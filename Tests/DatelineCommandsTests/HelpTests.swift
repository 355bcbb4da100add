import ArgumentParser
import DatelineAPI
import Testing

@testable import DatelineCommands

/// What help says of each command is true of it.
@Suite struct HelpTests {
    private let table: HelpTable

    init() throws { table = try JSON.decode(HelpTable.self, from: Array(Dateline._dumpHelp().utf8)) }

    private func all(_ command: HelpTable.Command) -> [HelpTable.Command] {
        [command] + command.shown.flatMap(all)
    }

    @Test func everyCommandHasAnExampleOfItself() {
        let commands = all(table.command)
        #expect(commands.count > 25)
        for command in commands {
            let name = command.path.joined(separator: " ")
            let parent = command.path.dropLast().joined(separator: " ")
            #expect(
                command.examples.contains {
                    $0.contains(name) || $0.contains(parent + " --") || command.path.count == 1
                },
                "\(name) has no example")
            #expect(command.abstract?.isEmpty == false, "\(name)")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                #expect(argument.abstract?.isEmpty == false, "\(name) \(argument.valueName ?? "")")
            }
        }
    }

    @Test func everyExampleParses() throws {
        let examples = all(table.command).flatMap(\.examples)
        #expect(examples.count > 40)
        for example in examples {
            // Of `jq … | dateline index -`, the part that is ours.
            let own = try #require(
                example.split(separator: "| ").last { $0.hasPrefix("dateline ") } ?? nil, "\(example)")
            let words = ShellWords.split(String(own)).dropFirst()
            do {
                let command = try Dateline.parseAsRoot(Array(words))
                if let runner = command as? any Runner { _ = try runner.invocation() }
                #expect(!(command is Dateline), "\(example)")
            } catch {
                Issue.record("\(example): \(Dateline.fullMessage(for: error))")
            }
        }
    }

    /// Without a name of its own a command gets one from its type's, for which the Swift runtime goes through all protocol
    /// conformances of the program, four times: milliseconds before the first byte is printed.
    @Test func everyCommandSaysItsName() {
        var waiting: [any ParsableCommand.Type] = [Dateline.self]
        var seen = 0
        while let command = waiting.popLast() {
            #expect(command.configuration.commandName != nil, "\(command)")
            waiting += command.configuration.subcommands
            seen += 1
        }
        #expect(seen > 25)
    }

    @Test func aHiddenCommandIsNowhere() {
        #expect(!all(table.command).contains { $0.commandName.hasPrefix("_") })
        #expect(!Dateline.helpMessage().contains("_man"))
    }
}
