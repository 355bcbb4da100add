import DatelineAPI

/// Brings the index in step with a folder: sends what is new or has changed, and deletes the articles of what is gone.
struct FolderSync {
    /// Files that are sent in one request.
    private static let filesAtOnce = 500

    let session: Session
    let inputs: InputPaths
    let folder: String
    var record: FolderRecord

    /// Does it for a scan, and tells what has changed. When it throws, what was done is recorded, and the rest is done by
    /// the next call.
    ///
    /// - Throws: ``ClientError``.
    mutating func run(_ scan: FolderScan) async throws(ClientError) -> FolderBatch {
        var batch = FolderBatch()
        try await deleteGone(scan, &batch)
        // A file may have to be sent because another that held the same article is gone, so more than one round.
        while case let changed = changes(scan), !changed.isEmpty, !StopSignal.hasCome {
            for start in stride(from: 0, to: changed.count, by: Self.filesAtOnce) where !StopSignal.hasCome {
                try await send(Array(changed[start..<min(start + Self.filesAtOnce, changed.count)]), scan, &batch)
            }
        }
        return batch
    }

    private func changes(_ scan: FolderScan) -> [String] {
        scan.stamps.filter { record.entries[$0.key]?.stamp != $0.value }.keys.sorted()
    }

    private mutating func deleteGone(_ scan: FolderScan, _ batch: inout FolderBatch) async throws(ClientError) {
        let gone = record.entries.values.filter { scan.stamps[$0.path] == nil && !scan.mayHold($0.path) }
        let ids = Set(gone.flatMap(\.ids))
        let paths = Set(gone.map(\.path))
        let kept = record.entries.values.filter { !paths.contains($0.path) }
        try await delete(kept.reduce(into: ids) { $0.subtract($1.ids) }, &batch)
        try record.note(gone.map { FolderRecord.Entry(path: $0.path, stamp: nil, ids: []) })
        try sendAgain(record.holders(of: ids))
    }

    private mutating func send(
        _ paths: [String], _ scan: FolderScan, _ batch: inout FolderBatch
    ) async throws(ClientError) {
        let files = InputPaths(files: paths, of: inputs)
        let health = try await session.daemon.fetch(HealthReply.self, HTTPRequest(.get, "/healthz")).reply
        let tally = IngestTally(index: health.index, diagnostics: session.diagnostics, total: nil)
        var sender = IngestSender(
            daemon: session.daemon, source: PartSource(files, inputFormat: nil), tally: tally, listsIDs: true)
        let failure = await sender.run()
        try await tally.finish()
        if let failure { throw failure }

        let reply = await tally.reply
        let failed = Set(reply.errors.compactMap(\.name))
        var left: Set<String> = []
        var entries: [FolderRecord.Entry] = []
        for path in paths {
            let name = inputs.name(of: path)
            let before = Set(record.entries[path]?.ids ?? [])
            var ids = Set(reply.articles?[name] ?? [])
            // Of a file that cannot be read as a whole, what was there before stays.
            if failed.contains(name) || reply.errorsOmitted > 0 { ids.formUnion(before) }
            left.formUnion(before.subtracting(ids))
            entries.append(FolderRecord.Entry(path: path, stamp: scan.stamps[path], ids: ids.sorted()))
        }
        try record.note(entries)
        try await delete(record.unheld(left), &batch)
        try sendAgain(record.holders(of: left))
        batch.files += paths.count
        batch.add(reply)
    }

    /// Has files sent whose articles another file has written over.
    private mutating func sendAgain(_ paths: [String]) throws(ClientError) {
        try record.note(
            paths.compactMap { record.entries[$0] }.map {
                FolderRecord.Entry(path: $0.path, stamp: "", ids: $0.ids)
            })
    }

    private func delete(_ ids: Set<String>, _ batch: inout FolderBatch) async throws(ClientError) {
        for id in ids.sorted() {
            let request = HTTPRequest(.delete, "/v1/articles/\(PercentEncoding.encode(id))")
            do {
                let reply = try await session.daemon.fetch(DeleteReply.self, request).reply
                batch.deleted += reply.deleted.count
                batch.revision = max(batch.revision, reply.index.revision)
            } catch  where error.exitStatus == .nothing {
                continue  // Somebody else has deleted it.
            }
        }
    }
}
