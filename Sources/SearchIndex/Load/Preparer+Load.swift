import Corpus

extension Preparer {
    /// Does a piece of a load.
    /// - Throws: `storage` above all, and then nothing came of the job.
    func run(_ job: LoadJob) throws(SearchIndexError) -> LoadJob.Output {
        switch job {
        case .prepare(let bodies): return .prepared(try prepare(bodies))
        case .write(let prepared, let folder):
            let writer = try segmentWriter(folder)
            for item in prepared { try write(item, to: writer) }
            return .loaded(try writer.finish())
        case .load(let bodies, let folder):
            let writer = try segmentWriter(folder)
            try forEachPrepared(bodies) { item throws(SearchIndexError) in try write(item, to: writer) }
            return .loaded(try writer.finish())
        case .group(let segments, let folder): return .grouped(try segments.merged(in: folder))
        case .refuse(let bodies, let error): return .refused(Self.refusals(of: bodies, error))
        }
    }

    private func segmentWriter(_ folder: LoadFolder) throws(SearchIndexError) -> SegmentWriter {
        try SegmentWriter(folder: folder, limits: limits, numbering: numbering)
    }

    private func write(_ item: Prepared, to writer: SegmentWriter) throws(SearchIndexError) {
        switch item {
        case .article(let article, let name): try writer.add(article, name: name)
        case .unchanged: writer.addUnchanged()
        case .failure(let failure): writer.add(failure)
        }
    }

    private static func refusals(of bodies: [ArticleBody], _ error: SearchIndexError) -> [IngestFailure] {
        bodies.flatMap { body in
            body.articles().map { result in
                switch result {
                case .failure(let failure): IngestFailure(failure, name: body.name)
                case .success(let article): IngestFailure(error, id: article.id, name: body.name)
                }
            }
        }
    }
}
