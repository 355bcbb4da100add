import Entities
import Logging
import Synchronization

/// Keeps the user's own gazetteers, and publishes what articles are analysed with. One change at a time, on a thread of
/// its own: making a gazetteer of large tables takes seconds.
actor UserGazetteers {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// What articles are analysed with now.
    nonisolated let store: AnalysisStore
    /// The project's own gazetteer.
    nonisolated var project: Gazetteer { newestProject.withLock { $0 } }
    private nonisolated let newestProject: Mutex<Gazetteer>

    private let path: String
    private var tables: GazetteerTables
    private let logger: Logger
    private let model: TaggerModel?
    /// What else is the user's own of the analysis: the recognizer command.
    private let extras: String
    private let file: EditionFile
    private var edition: Int
    private var kept: [KeptGazetteer]

    /// How many gazetteers there may be.
    private static let most = 100

    /// Reads the project's tables and the user's. Those of the user's that cannot be used are left out, and the list says
    /// why. Blocks.
    /// - Throws: `unavailable` when the project's, or the tagger's model, cannot be read.
    init(
        project path: String, model: String?, folder: String, edition file: EditionFile, extras: String, logger: Logger
    ) throws(SearchIndexError) {
        let project: Gazetteer
        do throws(GazetteerError) {
            tables = GazetteerTables(
                project: try Gazetteer.tables(folder: path), folder: GazetteerFolder(path: folder))
            project = try tables.gazetteer(with: [])
            self.model = try model.map { path throws(GazetteerError) in try TaggerModel(path: path) }
        } catch {
            throw SearchIndexError(.unavailable, error.message, hint: error.hint)
        }
        self.path = path
        self.logger = logger
        newestProject = Mutex(project)
        let (gazetteer, found) = Self.usable(tables, project, logger)
        self.extras = extras
        self.file = file
        edition = file.edition
        kept = found
        store = AnalysisStore(Self.analysis(gazetteer, self.model, found, extras, edition))
    }

    /// Begins an edition: no article of before is taken for unchanged any more.
    /// - Throws: `storage`, and everything is as before.
    func raiseEdition() throws(SearchIndexError) {
        try file.write(edition + 1)
        edition += 1
        let newest = store.newest
        store.publish(
            Analysis(
                recognizer: newest.recognizer,
                extras: Self.extras(extras, kept, edition)))
    }

    /// Reads all tables again, the project's and the user's, and has articles analysed with them from the next one on.
    /// - Throws: `unavailable` when the project's cannot be read, and everything is as before.
    func reload() throws(SearchIndexError) {
        do throws(GazetteerError) {
            let newer = GazetteerTables(project: try Gazetteer.tables(folder: path), folder: tables.folder)
            let project = try newer.gazetteer(with: [])
            let (gazetteer, found) = Self.usable(newer, project, logger)
            tables = newer
            newestProject.withLock { $0 = project }
            publish(gazetteer, found)
        } catch {
            throw SearchIndexError(.unavailable, error.message, hint: error.hint)
        }
    }

    /// The gazetteer of what can be used, and all that is kept; what cannot be used is logged.
    private static func usable(_ tables: GazetteerTables, _ project: Gazetteer, _ logger: Logger)
        -> (Gazetteer, [KeptGazetteer])
    {
        let (gazetteer, found) = tables.everythingUsable(or: project)
        for table in found {
            if let problem = table.listed.problem {
                logger.error("a gazetteer is not used", metadata: ["name": "\(table.name)", "reason": "\(problem)"])
            }
        }
        return (gazetteer, found)
    }

    var list: [UserGazetteer] { kept.map(\.listed) }

    /// Checks a gazetteer together with all others, keeps it, and has articles analysed with it from the next one on.
    /// - Throws: `badGazetteer` or `storage`, and everything is as before.
    func put(_ name: String, _ table: GazetteerImport.Table) throws(SearchIndexError) -> GazetteerOutcome {
        var changed = kept.filter { $0.name != name }
        let replaced = changed.count < kept.count
        guard changed.count < Self.most else {
            throw SearchIndexError(.badGazetteer, "there are \(Self.most) gazetteers already", hint: "remove one first")
        }
        let new = KeptGazetteer(name: name, contents: table.contents)
        changed.append(new)
        changed.sort { $0.name < $1.name }
        let gazetteer = try combined(changed, new: (name, table.contents))
        try tables.folder.write(name, table.contents)
        publish(gazetteer, changed)
        return GazetteerOutcome(
            gazetteer: new.listed, format: table.format.rawValue, leftOut: table.leftOut, replaced: replaced)
    }

    /// Takes a gazetteer out. Returns whether there was one.
    /// - Throws: `badGazetteer` when another one needs its rows, `storage`; then everything is as before.
    func remove(_ name: String) throws(SearchIndexError) -> Bool {
        let changed = kept.filter { $0.name != name }
        if changed.count == kept.count { return false }
        let gazetteer = try combined(changed, new: nil)
        try tables.folder.remove(name)
        publish(gazetteer, changed)
        return true
    }

    private func publish(_ gazetteer: Gazetteer, _ changed: [KeptGazetteer]) {
        kept = changed
        store.publish(Self.analysis(gazetteer, model, changed, extras, edition))
    }

    private func combined(_ kept: [KeptGazetteer], new: (name: String, contents: String)?)
        throws(SearchIndexError) -> Gazetteer
    {
        do throws(GazetteerError) {
            return try tables.gazetteer(with: kept.filter(\.isUsed).map(\.name), new: new)
        } catch {
            throw SearchIndexError(error)
        }
    }

    private static func analysis(
        _ gazetteer: Gazetteer, _ model: TaggerModel?, _ kept: [KeptGazetteer], _ extras: String,
        _ edition: Int
    ) -> Analysis {
        Analysis(
            recognizer: EntityRecognizer(gazetteer: gazetteer, model: model), extras: Self.extras(extras, kept, edition)
        )
    }

    /// What of the analysis is the user's own, in one text.
    private static func extras(_ extras: String, _ kept: [KeptGazetteer], _ edition: Int) -> String {
        let tables = kept.filter(\.isUsed).map(\.hash)
        return ([extras] + tables + (edition > 0 ? ["edition \(edition)"] : [])).joined(separator: "\u{0}")
    }
}
