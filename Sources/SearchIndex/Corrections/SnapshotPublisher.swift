import Logging

/// Publishes what the writer has written, as corrections have it. It belongs to the writer's thread.
///
/// Without corrections it publishes snapshots as they are.
final class SnapshotPublisher {
    let store: SnapshotStore
    private(set) var list: CorrectionList
    private var rules: CorrectionRules
    private var columns: CorrectedColumns?
    /// What was written last.
    private var written: Snapshot
    private var articles: [String: UInt32] = [:]
    private let file: CorrectionFile
    private let values: ValueNumbers
    /// The database's folder.
    private let path: String
    private let logger: Logger

    /// Reads the corrections that are kept in `file`, and publishes the first snapshot.
    /// - Throws: `SearchIndexError.badCorrection` when the file does not read or contradicts itself, `storage`.
    init(
        _ first: Snapshot, file: CorrectionFile, values: ValueNumbers, revisions: RevisionLog, path: String,
        logger: Logger
    ) throws(SearchIndexError) {
        self.file = file
        self.values = values
        self.path = path
        self.logger = logger
        written = first
        list = try file.read()
        rules = try CorrectionRules(list)
        store = SnapshotStore(first, revisions: revisions)
        if list.changes > 0 { publish(first) }
    }

    /// The revision that was published last.
    var writtenRevision: UInt64 { written.revision }

    /// Publishes what was written.
    func publish(_ snapshot: Snapshot) {
        written = snapshot
        store.publish(corrected())
    }

    /// Keeps another list of corrections, on disk, and publishes what was written as it has it.
    /// - Throws: `SearchIndexError.badCorrection`, `storage`, and all is as it was.
    func adopt(_ changed: CorrectionList) throws(SearchIndexError) {
        let rules = try CorrectionRules(changed)
        try file.write(changed)
        (list, self.rules, columns) = (changed, rules, nil)
        store.publish(corrected())
    }

    /// The names that these corrections correct and nothing has that was written.
    func unknown(_ entries: [RecordedCorrection]) -> [String] {
        let names = entries.map(\.correction.name)
        let numbers = values.numbers(of: names.map(\.valueKey))
        return names.filter { name in
            numbers[name.valueKey].map { Int($0) >= written.values[name.facet].count } ?? true
        }.map(\.description)
    }

    private func corrected() -> Snapshot {
        if list.entries.isEmpty { return written.corrected(nil, list) }
        // Numbers of values that no commit has stored yet are nobody's business.
        let numbers = values.numbers(of: rules.values).filter { $1 < written.values[$0.facet].count }
        findArticles()
        var columns = columns ?? CorrectedColumns(rules, written.values, numbers)
        if !columns.hasRoom(for: written.values, lastDocid: written.columns.lastDocid) {
            columns = CorrectedColumns(rules, written.values, numbers)
        }
        let snapshot = columns.snapshot(
            of: written, list, ConditionNumbers(rules, articles: articles, values: numbers))
        self.columns = columns
        return snapshot
    }

    /// Looks up the articles that corrections name, by a handle of its own: that of the writer may be closed.
    private func findArticles() {
        if rules.articles.isEmpty { return }
        do throws(SearchIndexError) {
            let reader = try IndexReader(path: path)
            var found: [String: UInt32] = [:]
            for id in rules.articles { found[id] = try reader.article(id: id)?.ordinal }
            articles = found
        } catch {
            // What is committed must be published. The articles found before keep their corrections.
            logger.error("articles of corrections could not be read", metadata: ["error": "\(error)"])
        }
    }
}
