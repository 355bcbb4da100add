package import DatelineAPI

/// `dateline search --verify`: whether the search of a manifest finds the same hits now. Prints what came, went and moved.
package struct VerifyInvocation: Invocation {
    /// What was found then.
    package var manifest: SearchManifest

    package init(_ manifest: SearchManifest) { self.manifest = manifest }

    /// Reads the manifest in a file.
    /// - Throws: ``ClientError``: `unreadable`, or `usage` when it is no manifest.
    package static func manifest(in path: String) throws(ClientError) -> SearchManifest {
        guard let text = Folder.text(of: path) else {
            throw ClientError(.unreadable, "cannot read \(path): \(SystemError.last)", exitStatus: .usage)
        }
        do throws(RequestError) { return try JSON.decode(SearchManifest.self, from: Array(text.utf8)) } catch {
            throw .usage("\(path) is no manifest of a search", hint: "dateline search --pin FILE writes one")
        }
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        var request: SearchRequest
        do throws(RequestError) { request = try SearchRequest(queryString: manifest.request) } catch {
            throw .usage("the manifest's request does not read: \(error.message)")
        }
        request.pin = true
        let (reply, _) = try await session.daemon.fetch(SearchReply.self, .get("/v1/search", request))
        let now = reply.hits.map { SearchManifest.PinnedHit(id: $0.id, score: $0.score) }
        let lines = Self.differences(manifest.hits, now)
        try session.output.write(lines.map { TerminalText.safe($0) + "\n" }.joined())
        let isSame = lines.isEmpty && reply.total == manifest.total
        if reply.total != manifest.total {
            try session.note(
                "\(manifest.total.passages) passages of \(manifest.total.articles) articles matched then, "
                    + "\(reply.total.passages) of \(reply.total.articles) do now")
        }
        try session.note(
            isSame
                ? "the same \(now.count) hits"
                : "not the same: the index was at \(manifest.at), it is at \(reply.at ?? "?")")
        return isSame ? .success : .nothing
    }

    /// `- ID` for what went, `+ ID` for what came, `ID 3 -> 5` for what moved, `ID score 1.5 -> 1.25` for what stayed in its
    /// place with another score.
    package static func differences(_ then: [SearchManifest.PinnedHit], _ now: [SearchManifest.PinnedHit]) -> [String] {
        let (before, after) = (places(then), places(now))
        var lines = then.filter { after[$0.id] == nil }.map { "- \($0.id)" }
        for hit in now {
            guard let old = before[hit.id], let new = after[hit.id] else {
                lines.append("+ \(hit.id)")
                continue
            }
            if old != new {
                lines.append("\(hit.id) \(old + 1) -> \(new + 1)")
            } else if then[old].score != hit.score {
                lines.append("\(hit.id) score \(then[old].score) -> \(hit.score)")
            }
        }
        return lines
    }

    private static func places(_ hits: [SearchManifest.PinnedHit]) -> [String: Int] {
        Dictionary(hits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}
