import Corpus

/// A stream of articles of any length on its way into the index, a batch after the other; as many batches are under way
/// as there are analysis threads.
///
///     var load = index.load()
///     for bodies in batches { await load.add(bodies) }
///     let report = await load.finish()
///
/// A short stream waits in memory and is committed at its end. When it turns out to be long, the analysis threads write
/// what they have analysed into segments, and the writer merges these with the live database.
package struct Load {
    private let index: Index
    private var report = IngestReport()
    private var underway: [(job: LoadJob, result: Task<Result<LoadJob.Output, SearchIndexError>, Never>)] = []
    /// What was prepared while the stream is short.
    private var held: [[Preparer.Prepared]] = []
    private var heldPassages = 0
    /// The scratch folder, once the stream is long.
    private var folder: LoadFolder?
    private var pending = PendingLoad()
    /// What keeps all further articles out.
    private var failure: SearchIndexError?

    init(index: Index) { self.index = index }

    /// Takes some bodies. Waits while as many batches as there are analysis threads are under way.
    package mutating func add(_ bodies: [ArticleBody]) async {
        if bodies.isEmpty { return }
        if pending.passages >= max(index.limits.pending, index.status().passages)
            || pending.segmentCount > 2 * index.limits.segments
        {
            await settleAll()
            await merge()
        }
        // Before the kind of job is chosen, for what settles may turn the stream into a long one.
        await makeRoom()
        if let failure {
            await start(.refuse(bodies, failure))
        } else if let folder {
            await start(.load(bodies, folder))
        } else {
            await start(.prepare(bodies))
        }
    }

    /// Counts a record that could not even be read.
    package mutating func fail(_ failure: IngestFailure) { report.addReceived(failure) }

    /// Waits until everything added is on disk and visible, or reported as a failure, and gives the report.
    package mutating func finish() async -> IngestReport {
        await settleAll()
        if folder == nil { await commitHeld() } else { await merge() }
        if failure == nil { folder?.remove() } else { folder?.discard() }
        folder = nil
        return report
    }

    /// Waits until a job can be started.
    private mutating func makeRoom() async {
        while underway.count >= index.preparers.members.count { await settleOldest() }
    }

    private mutating func start(_ job: LoadJob) async {
        await makeRoom()
        let index = index
        underway.append((job, Task { await index.run(job) }))
    }

    private mutating func settleAll() async { while !underway.isEmpty { await settleOldest() } }

    /// Waits for the batch that was started first: so results come in the order of the stream.
    private mutating func settleOldest() async {
        let (job, result) = underway.removeFirst()
        switch await result.value {
        case .failure(let error):
            await fail(with: error)
            await refuse(job)
        case .success(.prepared(let prepared)):
            held.append(prepared)
            heldPassages += prepared.reduce(0) { $0 + $1.passages }
            if failure == nil, folder == nil, heldPassages > index.limits.threshold { await becomeLong() }
        case .success(.loaded(let batch)):
            for failure in batch.failures { report.addReceived(failure) }
            for warning in batch.warnings { report.add(warning: warning) }
            for _ in 0..<batch.unchanged { report.count(.unchanged) }
            pending.append(batch)
            if failure == nil, let folder, let group = pending.takeGroup(above: index.limits.segments) {
                await start(.group(group, folder))
            }
        case .success(.grouped(let segment)): pending.putGroup(segment)
        case .success(.refused(let failures)): for failure in failures { report.addReceived(failure) }
        }
        if let failure { refuseWaiting(failure) }
    }

    /// Turns from holding articles in memory to writing segments.
    private mutating func becomeLong() async {
        do throws(SearchIndexError) {
            try await index.writer.readStories()
            folder = try index.newLoadFolder(forSegments: true)
        } catch { return await fail(with: error) }
        // What is being prepared came after what is held.
        await settleAll()
        let waiting = held
        held = []
        for prepared in waiting { if let folder { await start(.write(prepared, folder)) } }
    }

    private mutating func commitHeld() async {
        let prepared = held.flatMap { $0 }
        held = []
        report.add(await index.commit(prepared))
    }

    private mutating func merge() async {
        if failure == nil, !pending.isEmpty, let folder {
            let outcome = await index.merge(pending, folder)
            for outcome in outcome.outcomes { report.count(outcome) }
            if let error = outcome.failure {
                refuseWaiting(error, after: outcome.outcomes.count)
                await fail(with: error)
            }
        }
        pending = PendingLoad()
    }

    /// Keeps out what waits, and from now on all that comes.
    private mutating func fail(with error: SearchIndexError) async {
        if failure == nil {
            failure = error
            // The disk may be full: it gets its room back now, not at the end of the stream.
            folder?.discard()
            await index.forgetWords()
        }
        refuseWaiting(error)
    }

    /// Reports what waits, without the first `done` articles of it, as kept out.
    private mutating func refuseWaiting(_ error: SearchIndexError, after done: Int = 0) {
        for article in pending.articles.dropFirst(done) {
            report.addReceived(IngestFailure(error, id: article.id, name: article.name))
        }
        pending = PendingLoad()
        for prepared in held { report.add(IngestReport(prepared, written: .failure(error))) }
        held = []
    }

    /// Reports the articles of a job that failed.
    private mutating func refuse(_ job: LoadJob) async {
        guard let failure else { return }
        switch job {
        case .prepare(let bodies), .load(let bodies, _), .refuse(let bodies, _):
            guard case .success(.refused(let failures)) = await index.run(.refuse(bodies, failure)) else { return }
            for failure in failures { report.addReceived(failure) }
        case .write(let prepared, _): report.add(IngestReport(prepared, written: .failure(failure)))
        case .group: break
        }
    }
}
