import Logging
import XapianKit

/// The one writer of an index: takes prepared articles from any task, commits them in groups, and publishes a
/// snapshot after each commit. All its work happens on one thread.
actor IndexWriter {
    private let executor = ThreadExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let columns: String
    private let logger: Logger
    private var session: WriteSession?
    private var store: SnapshotStore?
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

    /// - Parameters: `path` is the database's folder, `columns` that of its columns.
    init(path: String, columns: String, logger: Logger) {
        self.path = path
        self.columns = columns
        self.logger = logger
    }

    /// Opens or creates the database, and gives the store in which snapshots appear.
    /// - Throws: `locked`, `wrongSchema`, `corrupt`, `storage`.
    func open() throws(SearchIndexError) -> SnapshotStore {
        let session = try WriteSession(path: path, columns: columns)
        let store = SnapshotStore(session.snapshot)
        self.session = session
        self.store = store
        logger.info("index opened", metadata: ["columns": "\(session.snapshot.origin)"])
        return store
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

    /// Commits what waits and closes the database; later writes fail.
    func close() {
        flush()
        session?.close()
        session = nil
        store = nil
    }

    private func flush() {
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
        do throws(SearchIndexError) {
            guard let store else { throw SearchIndexError(.unavailable, "the index is not open") }
            if session == nil { session = try WriteSession(path: path, columns: columns) }
            guard let session else { throw SearchIndexError(.unavailable, "the index is not open") }
            let outcomes = try session.commit(changes)
            store.publish(session.snapshot)
            return .success(outcomes)
        } catch {
            // Whatever state the handle is in, a new one starts from the last commit.
            logger.error("a commit failed", metadata: ["error": "\(error)"])
            session?.close()
            session = nil
            return .failure(error)
        }
    }
}
