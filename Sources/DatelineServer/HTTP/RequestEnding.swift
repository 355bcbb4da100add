import HTTPTypes
import Hummingbird

/// What is done when a request has been answered: it is counted and logged.
struct RequestEnding: Sendable {
    let log: RequestLog
    let metrics: ServerMetrics
    let settings: Settings
    let status: HTTPResponse.Status

    func note() {
        let seconds = log.trace.began.milliseconds / 1_000
        metrics.count(log.route, status, seconds: seconds)
        log.write(status, seconds: seconds, settings)
    }

    /// The response with this done when its body has been written, or has broken off.
    func attached(to response: Response) -> Response {
        var response = response
        let body = response.body
        response.body = ResponseBody { writer in
            // The writer is used up by the body, which finishes it.
            defer { note() }
            try await body.write(writer)
        }
        return response
    }
}
