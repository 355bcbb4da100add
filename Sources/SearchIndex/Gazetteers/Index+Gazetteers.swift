import Entities

/// The user's own gazetteers: names that the recognizer knows beside, and before, the project's.
extension Index {
    package func gazetteers() async -> [UserGazetteer] { await userGazetteers.list }

    /// Begins to take a gazetteer in; `keep` ends it.
    /// - Parameter minimumPopulation: of a dump of GeoNames, how many people a place must have; nil for the usual.
    /// - Throws: `badGazetteer` when it cannot be called so.
    package func gazetteerUpload(name: String, minimumPopulation: Int?) throws(SearchIndexError) -> GazetteerUpload {
        guard GazetteerFolder.isName(name) else {
            throw SearchIndexError(
                .badGazetteer, "a gazetteer cannot be called so",
                hint: "use up to 64 letters, digits, hyphens, underscores and dots")
        }
        return GazetteerUpload(name: name, minimumPopulation: minimumPopulation, known: userGazetteers.project)
    }

    /// Checks a gazetteer as a whole and keeps it, in the place of the one that has its name. Articles that come from now
    /// on are analysed with it.
    /// - Throws: `badGazetteer` with the line that is wrong, `storage`; then nothing has changed.
    package func keep(_ upload: GazetteerUpload) async throws(SearchIndexError) -> GazetteerOutcome {
        var upload = upload
        return try await userGazetteers.put(upload.name, try upload.finish())
    }

    /// Takes a gazetteer out. Returns whether there was one.
    /// - Throws: `badGazetteer` when another one needs its rows; `storage`.
    package func removeGazetteer(name: String) async throws(SearchIndexError) -> Bool {
        try await userGazetteers.remove(name)
    }

    /// Reads the gazetteers again, the project's and the user's, for the articles that come from now on.
    /// - Throws: `unavailable` when the project's cannot be read, and everything is as before.
    package func reloadGazetteers() async throws(SearchIndexError) { try await userGazetteers.reload() }
}
