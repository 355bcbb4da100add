import ArgumentParser

struct EntitiesGazetteers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteers", abstract: "List the imported lists of names, or remove some.",
        discussion: "  dateline entities gazetteers",
        subcommands: [EntitiesGazetteersList.self, EntitiesGazetteersRemove.self],
        defaultSubcommand: EntitiesGazetteersList.self)
}
