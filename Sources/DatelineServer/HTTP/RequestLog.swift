import HTTPTypes
import Logging

/// Writes a line for each request at the level debug, and one at notice for a slow one.
///
/// Query text is somebody's business: it is in the line of a slow request only where the configuration file says
/// `log_queries = on`.
struct RequestLog: Sendable {
    let logger: Logger
    let trace: RequestTrace
    let method: HTTPRequest.Method
    let route: Route.Name
    let origin: ConnectionWatch.Origin

    /// - Parameter seconds: how long the answer took.
    func write(_ status: HTTPResponse.Status, seconds: Double, _ settings: Settings) {
        // A watch is as long as its client likes.
        let isSlow = route != .watch && seconds * 1_000 >= Double(settings.limits.slowMilliseconds)
        guard isSlow || logger.logLevel <= .debug else { return }
        var metadata: Logger.Metadata = [
            "method": "\(method.rawValue)", "route": "\(route.rawValue)", "status": "\(status.code)",
            "ms": "\((seconds * 1_000_000).rounded() / 1_000)", "uid": "\(user)",
        ]
        logger.debug("request", metadata: metadata)
        guard isSlow else { return }
        metadata["stopped"] = "\(trace.isStopped)"
        if settings.logsQueries, let query = trace.query { metadata["query"] = "\(query)" }
        logger.notice("slow request", metadata: metadata)
    }

    private var user: String {
        switch origin {
        case .unix(let peer): peer.map { "\($0.user)" } ?? "unknown"
        case .tcp: "tcp"
        }
    }
}
