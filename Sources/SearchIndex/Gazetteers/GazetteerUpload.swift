import Entities

/// A user's gazetteer on its way in.
package struct GazetteerUpload: Sendable {
    let name: String
    private var file: GazetteerImport

    init(name: String, minimumPopulation: Int?, known: Gazetteer) {
        self.name = name
        file =
            minimumPopulation.map { GazetteerImport(name: name, minimumPopulation: $0, known: known) }
            ?? GazetteerImport(name: name, known: known)
    }

    /// Takes a piece of the file.
    /// - Throws: `badGazetteer` with the line that cannot be used.
    package mutating func add(_ piece: some Sequence<UInt8>) throws(SearchIndexError) {
        do throws(GazetteerError) { try file.feed(piece) } catch { throw SearchIndexError(error) }
    }

    mutating func finish() throws(SearchIndexError) -> GazetteerImport.Table {
        do throws(GazetteerError) { return try file.finish() } catch { throw SearchIndexError(error) }
    }
}

extension SearchIndexError {
    init(_ error: GazetteerError) { self.init(.badGazetteer, error.message, hint: error.hint) }
}
