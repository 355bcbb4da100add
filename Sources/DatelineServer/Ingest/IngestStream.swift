import SearchIndex

/// Takes the bodies of one request and brings them into the index, a batch at a time: while some are analysed, the next
/// is read.
struct IngestStream {
    private let batchBytes: Int
    private var waiting: [ArticleBody] = []
    private var waitingBytes = 0
    private var load: Load
    private let ids: ArticleIDs?

    /// `ids`: where the ids of what is read are noted.
    init(index: Index, batchBytes: Int, ids: ArticleIDs?) {
        self.ids = ids
        load = index.load()
        self.batchBytes = batchBytes
    }

    /// Adds a body. Waits when as many batches are under way as there are threads for them.
    mutating func add(_ body: ArticleBody) async {
        var body = body
        body.ids = ids
        waiting.append(body)
        waitingBytes += body.bytes.count
        if waitingBytes >= batchBytes { await send() }
    }

    /// Reports something that could not be read at all.
    mutating func fail(_ failure: IngestFailure) { load.fail(failure) }

    /// Waits until everything added is on disk, and gives the report.
    mutating func finish() async -> IngestReport {
        await send()
        return await load.finish()
    }

    private mutating func send() async {
        await load.add(waiting)
        waiting = []
        waitingBytes = 0
    }
}
