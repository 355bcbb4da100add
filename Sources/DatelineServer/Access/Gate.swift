import HTTPTypes
import Hummingbird

/// Lets requests through that whoever sends them may make.
struct Gate: Sendable {
    let rules: AccessRules
    let tokens: AccessTokens

    /// - Throws: `APIError`: 403 for who has a role that does not do, or none; 401 for who has no token.
    func check(_ route: Route, of request: Request, on context: ConnectionContext) throws(APIError) {
        guard let needed = route.role else { return }
        switch context.origin {
        case .unix(let peer):
            let role = peer.flatMap(rules.role)
            guard let role, role >= needed else {
                throw APIError(
                    .forbidden, code: "forbidden",
                    "user \(peer.map { "\($0.user)" } ?? "unknown") may not \(needed.rawValue) here",
                    hint: "the daemon's owner can let others in: docs/GUIDE.md tells how")
            }
        case .tcp:
            guard let role = tokens.role(authorization: request.headers[.authorization]) else {
                throw APIError(
                    .unauthorized, code: "unauthorized", "there is no valid token in the request",
                    hint: "send the header Authorization: Bearer TOKEN", headers: [.wwwAuthenticate: "Bearer"])
            }
            guard role >= needed else {
                throw APIError(
                    .forbidden, code: "forbidden", "this token does not let you \(needed.rawValue)",
                    hint: "use one of the role \(needed.rawValue)")
            }
        }
    }
}
