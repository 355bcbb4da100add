import SearchIndex

/// Takes the bodies of one request and brings them into the index, a batch at a time: while one batch is written, the
/// next is read and analysed.
struct IngestStream {
    private let index: Index
    private let batchBytes: Int
    private var waiting: [ArticleBody] = []
    private var waitingBytes = 0
    private var underway: Task<Result<IngestReport, SearchIndexError>, Never>?
    private var report = IngestReport()

    init(index: Index, batchBytes: Int) {
        self.index = index
        self.batchBytes = batchBytes
    }

    /// Adds a body. Waits when two batches are under way already.
    mutating func add(_ body: ArticleBody) async throws {
        waiting.append(body)
        waitingBytes += body.bytes.count
        if waitingBytes >= batchBytes { try await send() }
    }

    /// Reports something that could not be read at all.
    mutating func fail(_ failure: IngestFailure) { report.addReceived(failure) }

    /// Waits until everything added is on disk, and gives the report.
    mutating func finish() async throws -> IngestReport {
        try await send()
        try await settle()
        return report
    }

    private mutating func send() async throws {
        try await settle()
        if waiting.isEmpty { return }
        let bodies = waiting
        waiting = []
        waitingBytes = 0
        let index = index
        underway = Task {
            do throws(SearchIndexError) { return .success(try await index.ingest(bodies)) } catch {
                return .failure(error)
            }
        }
    }

    private mutating func settle() async throws {
        guard let task = underway else { return }
        underway = nil
        report.add(try await task.value.get())
    }
}
