import Logging
import XapianKit

/// The one writer of an index: takes prepared articles from any task, commits them in groups, and publishes a
/// snapshot after each commit. All its work happens on one thread.
actor IndexWriter {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Which database folder is in place.
    nonisolated let generation = Generation()

    let path: String
    let columns: String
    private let scratch: String
    let corrections: CorrectionFile
    private let spelling: String
    let limits: LoadLimits
    private let whenCommitted: @Sendable (CommitRecord) -> Void
    private let logger: Logger
    private var session: WriteSession?
    private var numbering: Numbering?
    private var publisher: SnapshotPublisher?
    private var queue: [Request] = []
    private var isFlushScheduled = false

    /// Changes to make together, and who waits for them.
    private struct Request {
        var changes: [Change]
        var reply: CheckedContinuation<Result<[ChangeOutcome], SearchIndexError>, Never>
    }

    /// A group is committed when it has this many passages, however many more wait: readers see progress, and memory
    /// stays bounded.
    static let passagesPerCommit = 20_000

    /// - Parameters: `path` is the database's folder, `columns` that of its columns, `scratch` that of what loads make,
    ///   `corrections` the file of the corrections of names, `spelling` the table of spelling variants for a new index;
    ///   `whenCommitted` is told of each commit.
    init(
        path: String, columns: String, scratch: String, corrections: String, spelling: String, limits: LoadLimits,
        whenCommitted: @escaping @Sendable (CommitRecord) -> Void, logger: Logger
    ) {
        self.path = path
        self.columns = columns
        self.scratch = scratch
        self.corrections = CorrectionFile(path: corrections)
        self.spelling = spelling
        self.limits = limits
        self.whenCommitted = whenCommitted
        self.logger = logger
    }

    /// Opens or creates the database; gives the store in which snapshots appear, the numbering, and the table of spelling
    /// variants that the index was made with.
    /// - Throws: `locked`, `wrongSchema`, `corrupt`, `storage`, `badCorrection`.
    func open() throws(SearchIndexError) -> (SnapshotStore, Numbering, spelling: String) {
        let session: WriteSession
        do throws(SearchIndexError) {
            session = try WriteSession(path: path, columns: columns, numbering: nil, spelling: spelling)
        } catch { throw explained(error) }
        let publisher: SnapshotPublisher
        do {
            publisher = try SnapshotPublisher(
                session.snapshot, file: corrections, values: session.numbering.values,
                revisions: RevisionLog(
                    path: path + "/../revisions", uuid: session.uuid, newest: session.snapshot.commit),
                path: path, logger: logger)
        } catch {
            session.close()
            throw error
        }
        self.session = session
        self.publisher = publisher
        numbering = session.numbering
        // What a load left behind that was cut off. Only now that the database's lock is held is it nobody's.
        FileTree.remove(scratch)
        BackupFolder.removeAll(in: path + "/..")
        logger.info("index opened", metadata: ["columns": "\(session.snapshot.origin)"])
        return (publisher.store, session.numbering, session.spelling)
    }

    /// The error with the names of the files that are damaged, when there are such.
    private func explained(_ error: SearchIndexError) -> SearchIndexError {
        guard error.code == .corrupt || error.code == .storage else { return error }
        do throws(SearchIndexError) {
            try IndexCheck(path: path, columns: columns).requireSoundTables("the index cannot be opened")
        } catch let damage { return damage }
        return error
    }

    /// Makes all of `changes`, or none. Returns when they are on disk and visible to every later search.
    /// - Throws: `storage`, `unavailable`.
    func commit(_ changes: [Change]) async throws(SearchIndexError) -> [ChangeOutcome] {
        if changes.isEmpty { return [] }
        return try await withCheckedContinuation { reply in
            queue.append(Request(changes: changes, reply: reply))
            guard !isFlushScheduled else { return }
            isFlushScheduled = true
            // The flush runs after every request that is in the mailbox by then, so these share its commit.
            Task { self.flush() }
        }.get()
    }

    /// Changes the list of corrections by `change`, which gives those that it is about. Returns these, and their names that
    /// are in no article, when the list is on disk and holds for every later search.
    /// - Throws: what `change` throws, `badCorrection`, `storage`, `unavailable`; all is as it was then.
    func correct(_ change: @Sendable (inout CorrectionList) throws(SearchIndexError) -> [RecordedCorrection])
        throws(SearchIndexError) -> (changed: [RecordedCorrection], unknown: [String])
    {
        guard let publisher else { throw SearchIndexError(.unavailable, "the index is not open") }
        var list = publisher.list
        let changed = try change(&list)
        if list.changes != publisher.list.changes { try publisher.adopt(list) }
        return (changed, publisher.unknown(changed))
    }

    /// Has the stories of the index at hand for a load, whose articles are numbered before they come here.
    /// - Throws: `storage`, `corrupt`, `unavailable`.
    func readStories() throws(SearchIndexError) { try opened().0.readStories() }

    /// Commits what waits and closes the database; later writes fail.
    func close() {
        flush()
        session?.close()
        session = nil
        publisher = nil
    }

    /// Brings a load's segments into the index, after what waits: merged with the live database into a new one, which
    /// takes its place, or, beside a much larger one, document by document.
    ///
    /// Returns when what went in is on disk and visible. After a failure the live database is as it was, save for whole
    /// commits when documents were added.
    func bringIn(_ load: PendingLoad, _ folder: LoadFolder) -> LoadOutcome {
        flush()
        let began = ContinuousClock.now
        var outcome = LoadOutcome()
        do throws(SearchIndexError) {
            let (session, publisher) = try opened()
            let resolution = try session.resolution(of: load)
            let isSmall = load.passages * limits.mergeRatio < session.snapshot.passageCount
            var merges = !isSmall
            if merges { merges = try folder.canExchange() }
            if !merges {
                var load = load
                // Documents are copied with their positions, which a piece has only for a merge.
                if folder.isBulk { try load.join(in: folder) }
                try session.add(load, resolution, passagesPerCommit: limits.commit) { snapshot, done in
                    publisher.publish(snapshot)
                    outcome.outcomes = Array(resolution.outcomes.prefix(done))
                }
            } else {
                let merge = Merge(session: session, load: load, resolution: resolution, folder: folder)
                try exchange(session, try merge.run(), publisher)
                session.numbering.stories.leave(resolution.left)
                outcome.outcomes = resolution.outcomes
            }
        } catch {
            drop(because: error)
            outcome.failure = error
        }
        whenCommitted(CommitRecord(time: began.duration(to: .now), isDone: outcome.failure == nil))
        return outcome
    }

    /// Puts a merged database in the place of the live one.
    func exchange(_ live: WriteSession, _ merged: Merge.Merged, _ publisher: SnapshotPublisher)
        throws(SearchIndexError)
    {
        live.close()
        session = nil
        let (place, merge) = (path, merged.path)
        try generation.exchange { () throws(SearchIndexError) in
            try SearchIndexError.translating { () throws(XapianError) in try Maintenance.exchange(place, merge) }
        }
        publisher.publish(merged.snapshot)
        // Until this is done, a loss of power could bring the old database back: so it stays, and the load has failed.
        for folder in [place + "/..", merge + "/.."] { try FolderSync.run(folder) }
        do throws(SearchIndexError) {
            session = try WriteSession(replacing: live, snapshot: merged.snapshot)
        } catch {
            // The load is in the index all the same; the next write tries to open it again.
            logger.error("a merged database could not be opened", metadata: ["error": "\(error)"])
        }
        FileTree.remove(merge)
    }

    func flush() {
        isFlushScheduled = false
        while !queue.isEmpty {
            var passages = 0
            let group = queue.prefix { request in
                defer { passages += request.changes.reduce(0) { $0 + $1.passageCount } }
                return passages < Self.passagesPerCommit
            }
            queue.removeFirst(group.count)
            switch write(group.flatMap(\.changes)) {
            case .failure(let error): for request in group { request.reply.resume(returning: .failure(error)) }
            case .success(var outcomes):
                for request in group {
                    request.reply.resume(returning: .success(Array(outcomes.prefix(request.changes.count))))
                    outcomes.removeFirst(request.changes.count)
                }
            }
        }
    }

    private func write(_ changes: [Change]) -> Result<[ChangeOutcome], SearchIndexError> {
        let began = ContinuousClock.now
        var isDone = false
        defer { whenCommitted(CommitRecord(time: began.duration(to: .now), isDone: isDone)) }
        do throws(SearchIndexError) {
            let (session, publisher) = try opened()
            let outcomes = try session.commit(changes)
            publisher.publish(session.snapshot)
            isDone = true
            return .success(outcomes)
        } catch {
            drop(because: error)
            return .failure(error)
        }
    }

    func opened() throws(SearchIndexError) -> (WriteSession, SnapshotPublisher) {
        guard let publisher else { throw SearchIndexError(.unavailable, "the index is not open") }
        if let session { return (session, publisher) }
        let opened = try WriteSession(path: path, columns: columns, numbering: numbering, spelling: spelling)
        session = opened
        // A commit that was reported as failed may be on the disk all the same. Searches see what is there.
        if opened.snapshot.revision != publisher.writtenRevision { publisher.publish(opened.snapshot) }
        return (opened, publisher)
    }

    /// Closes the database after an error, and opens it again: whatever state the handle is in, a new one starts from
    /// what is on the disk. When that fails too, searches go on, and the next write tries again.
    func drop(because error: SearchIndexError) {
        logger.error("a commit failed", metadata: ["error": "\(error)"])
        session?.close()
        session = nil
        do throws(SearchIndexError) { _ = try opened() } catch {
            logger.error("the database could not be opened again", metadata: ["error": "\(error)"])
        }
    }
}
