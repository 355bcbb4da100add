import DatelineAPI
import HTTPTypes
import Hummingbird
import NIOCore
import SearchIndex

/// Answers `POST /v1/articles`: one article, a stream of lines, or files as multipart parts.
///
/// A stream is worked on as it arrives, a batch at a time, so its length does not matter. A record that cannot be read
/// is reported and the rest goes in. When the reply says so, what was accepted is on disk and visible.
struct IngestRoute {
    let index: Index
    let limits: ServerLimits
    let metrics: ServerMetrics

    func respond(
        to request: Request, _ context: ConnectionContext, since clock: ContinuousClock.Instant
    ) async throws -> Response {
        let options = try IngestRequest(queryString: request.uri.query ?? "")
        guard LineBatcher.firstLines.contains(options.firstLine ?? 1) else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "first_line is no number of a line",
                hint: "lines are counted from 1")
        }
        // Before the body is asked for, and until all of it is written: what was read is never refused for want of a place.
        let place = try index.writePlace()
        defer { withExtendedLifetime(place) {} }
        let contentType = request.headers[.contentType] ?? ""
        let ids = options.ids == true ? ArticleIDs() : nil
        var stream = IngestStream(index: index, batchBytes: limits.batchBytes, ids: ids)
        do {
            try await read(request, context, contentType, options, into: &stream)
        } catch {
            // What came before goes in, so that whoever sends it all again finds that unchanged.
            metrics.count(await stream.finish())
            throw error
        }
        let report = await stream.finish()
        metrics.count(report)
        if report.received == 0 {
            throw APIError(
                .badRequest, code: "empty", "the request holds no article", hint: "send its text as the body")
        }
        var reply = IngestReply(report, index: index.stamp, tookMs: clock.milliseconds)
        reply.articles = ids?.byName
        // Only when nothing at all could be taken is the request itself an error.
        if report.added + report.replaced + report.unchanged > 0 { return JSONResponse.reply(reply) }
        reply.error = reply.errors.first.map { ErrorDetail(code: $0.code, message: $0.message, hint: $0.hint) }
        return JSONResponse.reply(reply, status: status(report))
    }

    private func read(
        _ request: Request, _ context: ConnectionContext, _ contentType: String, _ options: IngestRequest,
        into stream: inout IngestStream
    ) async throws {
        if contentType.lowercased().hasPrefix("multipart/form-data") {
            let reader = try partReader(contentType)
            try await context.invite(request)
            return try await readParts(request, reader, into: &stream)
        }
        let format = try format(contentType, name: options.name)
        try await context.invite(request)
        if format.isLines { return try await readLines(request, options, into: &stream) }
        let bytes = try await collected(request)
        await stream.add(ArticleBody(bytes: bytes, format: format, name: options.name))
    }

    /// What a request that brought nothing in is told: ours to mend, or the sender's.
    private func status(_ report: IngestReport) -> HTTPResponse.Status {
        let ours = [SearchIndexError.Code.storage, .corrupt, .unavailable].map(\.rawValue)
        return report.failures.contains { ours.contains($0.code) } ? .serviceUnavailable : .unprocessableContent
    }

    private func format(_ contentType: String, name: String?) throws(APIError) -> ArticleBody.Format {
        // curl --data-binary says application/x-www-form-urlencoded unless told otherwise: then the name decides.
        let isUnsaid =
            contentType.isEmpty || contentType.hasPrefix("application/x-www-form-urlencoded")
            || contentType.hasPrefix("application/octet-stream")
        let format =
            isUnsaid ? name.flatMap(ArticleBody.Format.init(fileName:)) : ArticleBody.Format(contentType: contentType)
        if let format { return format }
        throw APIError(
            .unsupportedMediaType, code: "unsupported_type", "articles cannot be read from this content type",
            hint: "send one of \(ArticleBody.Format.contentTypes.joined(separator: ", ")), multipart/form-data, "
                + "or name=FILE with a known extension")
    }

    private func collected(_ request: Request) async throws -> [UInt8] {
        do {
            return Array(try await request.body.collect(upTo: limits.articleBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw APIError(
                .contentTooLarge, code: "too_large", "the article is larger than \(limits.articleBytes) bytes",
                hint: "send it in parts, or many articles as NDJSON")
        }
    }

    private func readLines(_ request: Request, _ options: IngestRequest, into stream: inout IngestStream) async throws {
        var batcher = batcher(firstLine: options.firstLine)
        do {
            for try await buffer in request.body {
                for piece in batcher.feed(buffer.readableBytesView) { await add(piece, options.name, to: &stream) }
            }
        } catch {
            for piece in batcher.breakOff() { await add(piece, options.name, to: &stream) }
            throw error
        }
        for piece in batcher.finish() { await add(piece, options.name, to: &stream) }
    }

    private func batcher(firstLine: Int?) -> LineBatcher {
        LineBatcher(batchSize: limits.batchBytes, maxLine: limits.articleBytes, firstLine: firstLine ?? 1)
    }

    private func add(_ piece: LineBatcher.Piece, _ name: String?, to stream: inout IngestStream) async {
        switch piece {
        case .lines(let bytes, let firstLine):
            await stream.add(ArticleBody(bytes: bytes, format: .ndjson, name: name, firstLine: firstLine))
        case .tooLong(let line):
            stream.fail(tooLarge(name: name, line: line))
        }
    }

    private func partReader(_ contentType: String) throws(APIError) -> MultipartReader {
        // A part of lines may hold the longest line and a batch of others; other parts are looked at again below.
        let maxPart = limits.articleBytes + limits.batchBytes
        guard let reader = MultipartReader(contentType: contentType, maxPart: maxPart) else {
            throw APIError(.badRequest, code: "bad_multipart", "the content type names no boundary")
        }
        return reader
    }

    private func readParts(
        _ request: Request, _ start: MultipartReader, into stream: inout IngestStream
    ) async throws {
        var reader = start
        do {
            for try await buffer in request.body {
                for part in try reader.feed(buffer.readableBytesView) { await add(part, to: &stream) }
            }
            try reader.finish()
        } catch let error as MultipartReader.Malformed {
            throw APIError(.badRequest, code: "bad_multipart", error.message, hint: "RFC 7578 gives the form")
        }
    }

    private func add(_ part: MultipartReader.Part, to stream: inout IngestStream) async {
        if part.isTooLarge { return stream.fail(tooLarge(name: part.fileName, line: part.firstLine)) }
        do throws(APIError) {
            let format = try format(part.contentType ?? "", name: part.fileName ?? "part.txt")
            if format.isLines {
                var batcher = batcher(firstLine: part.firstLine)
                for piece in batcher.feed(part.bytes) + batcher.finish() {
                    await add(piece, part.fileName, to: &stream)
                }
            } else if part.bytes.count > limits.articleBytes {
                stream.fail(tooLarge(name: part.fileName, line: nil))
            } else {
                await stream.add(ArticleBody(bytes: part.bytes, format: format, name: part.fileName))
            }
        } catch {
            stream.fail(
                IngestFailure(
                    code: error.detail.code, message: error.detail.message, hint: error.detail.hint,
                    name: part.fileName))
        }
    }

    private func tooLarge(name: String?, line: Int?) -> IngestFailure {
        IngestFailure(
            code: "too_large", message: "larger than \(limits.articleBytes) bytes",
            hint: "split it into several articles", name: name, line: line)
    }
}
