package import DatelineAPI

/// `dateline delete`.
///
/// A passage's id stands for its article, so that the ids that a search prints can be passed on.
package struct DeleteInvocation: Invocation {
    /// Of articles or passages.
    package var ids: [String]
    /// How it is printed.
    package var options: OutputOptions

    package init(ids: [String], options: OutputOptions) {
        self.ids = ids
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        ids.map {
            CurlLine(HTTPRequest(.delete, "/v1/articles/\(PercentEncoding.encode(ItemID.articlePart($0) ?? $0))"))
        }
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson, .ids], for: "delete")
        let health = try await session.daemon.fetch(HealthReply.self, HTTPRequest(.get, "/healthz")).reply
        var total = DeleteReply(index: health.index, tookMs: 0, deleted: [], missing: [])
        for id in ids {
            let candidates = [id, ItemID.articlePart(id)].compactMap(\.self)
            // Two passages of one article: the second finds it gone already.
            if candidates.contains(where: total.deleted.contains) { continue }
            if try await deleteFirst(of: candidates, into: &total, session) { continue }
            try session.note("there is no article \(id)")
            total.missing.append(id)
        }
        try printResult(total, session)
        if total.missing.isEmpty { return .success }
        return total.deleted.isEmpty ? .nothing : .partial
    }

    /// Whether one of the articles was there to be deleted.
    private func deleteFirst(
        of candidates: [String], into total: inout DeleteReply, _ session: Session
    ) async throws(ClientError) -> Bool {
        for id in candidates {
            let request = HTTPRequest(.delete, "/v1/articles/\(PercentEncoding.encode(id))")
            do {
                let reply = try await session.daemon.fetch(DeleteReply.self, request).reply
                total.index = reply.index
                total.tookMs += reply.tookMs
                total.deleted += reply.deleted
                if !reply.deleted.isEmpty { return true }
            } catch  where error.exitStatus == .nothing {
                continue
            }
        }
        return false
    }

    private func printResult(_ total: DeleteReply, _ session: Session) throws(ClientError) {
        switch options.format {
        case .json, .ndjson: try session.output.write(exact: JSONLines.render([total]))
        case .ids: try session.output.write(exact: Array(total.deleted.map { $0 + options.idEnd }.joined().utf8))
        default: try session.output.write("deleted \(Wording.count(total.deleted.count, "article"))\n")
        }
    }
}
