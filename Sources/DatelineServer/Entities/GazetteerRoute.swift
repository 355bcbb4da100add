import DatelineAPI
import HTTPTypes
import Hummingbird
import SearchIndex

/// Answers `/v1/entities/gazetteers`: what there is, one more, one less.
///
/// A gazetteer comes as the body: the daemon opens no file that a client names.
struct GazetteerRoute {
    let index: Index

    func respond(
        to request: Request, _ route: Route, _ context: ConnectionContext, since clock: ContinuousClock.Instant
    ) async throws -> Response {
        switch route {
        case .putGazetteer(let name):
            let options = try GazetteerRequest(queryString: request.uri.query ?? "")
            var upload = try index.gazetteerUpload(name: name, minimumPopulation: options.minPopulation)
            try await context.invite(request)
            for try await buffer in request.body { try upload.add(buffer.readableBytesView) }
            let outcome = try await index.keep(upload)
            return JSONResponse.reply(
                GazetteerReply(
                    index: .init(index.stamp), tookMs: clock.milliseconds, gazetteer: .init(outcome.gazetteer),
                    format: outcome.format, leftOut: outcome.leftOut, replaced: outcome.replaced))
        case .deleteGazetteer(let name):
            guard try await index.removeGazetteer(name: name) else {
                throw APIError(
                    .notFound, code: "not_found", "there is no gazetteer \(name)",
                    hint: "dateline entities gazetteers lists them")
            }
            return JSONResponse.reply(
                DeleteReply(index: .init(index.stamp), tookMs: clock.milliseconds, deleted: [name], missing: []))
        default:
            let list = await index.gazetteers()
            return JSONResponse.reply(
                GazetteersReply(
                    index: .init(index.stamp), tookMs: clock.milliseconds, gazetteers: list.map(GazetteerDetail.init)))
        }
    }
}

extension GazetteerDetail {
    init(_ gazetteer: UserGazetteer) {
        self.init(name: gazetteer.name, rows: gazetteer.rows, bytes: gazetteer.bytes, problem: gazetteer.problem)
    }
}
