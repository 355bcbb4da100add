import ArgumentParser
import DatelineAPI
import DatelineClient

/// `dateline _man`: writes the manual, for `make man`. Not for users.
struct Man: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "_man", _superCommandName: Dateline.name, abstract: "Write the manual into a folder.",
        shouldDisplay: false)

    @Argument(help: "The folder.") var folder: String
    @Option(help: "What --experimental-dump-help of another program printed; otherwise of this one.") var table: String?
    @Option(help: "The manual's section.") var section = 1

    func run() throws {
        let json = try table.map(WholeFile.read) ?? Array(Dateline._dumpHelp().utf8)
        guard let table = try? JSON.decode(HelpTable.self, from: json) else {
            throw ClientError.usage("that is not what --experimental-dump-help prints")
        }
        for page in ManPage.all(of: table, section: section) {
            try WholeFile.write(page.text, to: "\(folder)/\(page.name)")
        }
    }
}
