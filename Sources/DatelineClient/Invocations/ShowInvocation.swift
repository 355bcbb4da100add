package import DatelineAPI

/// `dateline show`.
package struct ShowInvocation: Invocation {
    /// Of an article or a passage.
    package var id: String
    /// How it is printed.
    package var options: OutputOptions

    package init(id: String, options: OutputOptions) {
        self.id = id
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        let kind = ItemID.articlePart(id) == nil ? "articles" : "passages"
        return [CurlLine(HTTPRequest(.get, "/v1/\(kind)/\(PercentEncoding.encode(id))"))]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require(OutputFormat.allCases, for: "show")
        let listing = try Listing<ShownColumn>(options)
        let escaped = PercentEncoding.encode(id)
        if ItemID.articlePart(id) != nil {
            do {
                let request = HTTPRequest(.get, "/v1/passages/\(escaped)")
                let passage = try await session.daemon.fetch(PassageReply.self, request)
                let row = ShownColumn.Row.passage(passage.reply.passage, of: passage.reply.article)
                if try !listing.print([row], on: session.output) { try show(passage: passage, session) }
                return .success
            } catch  where error.exitStatus == .nothing {
                // An article's own id may end like a passage's.
            }
        }
        let request = HTTPRequest(.get, "/v1/articles/\(escaped)")
        let article = try await session.daemon.fetch(ArticleReply.self, request)
        if try !listing.print([.article(article.reply.article)], on: session.output) {
            try show(article: article, session)
        }
        return .success
    }

    private func show(passage: (reply: PassageReply, bytes: [UInt8]), _ session: Session) throws(ClientError) {
        let detail = passage.reply.passage
        let article = passage.reply.article
        let row = [detail.id, article.date, article.source, article.title, detail.text].map { $0 ?? "" }
        switch options.format {
        case .text: try session.output.write(ShowText.passage(passage.reply, style: session.output.style))
        case .json: try session.output.write(exact: JSONLines.verbatim(passage.bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render([detail]))
        case .tsv: try session.output.write(exact: Array(TabSeparated.render([row]).utf8))
        case .ids: try session.output.write(exact: Array((detail.id + options.idEnd).utf8))
        }
    }

    private func show(article: (reply: ArticleReply, bytes: [UInt8]), _ session: Session) throws(ClientError) {
        let detail = article.reply.article
        let row = [detail.id, detail.date, detail.source, detail.title, detail.text].map { $0 ?? "" }
        let ids = detail.passages.map { $0.id + options.idEnd }.joined()
        switch options.format {
        case .text: try session.output.write(ShowText.article(detail, style: session.output.style))
        case .json: try session.output.write(exact: JSONLines.verbatim(article.bytes))
        case .ndjson: try session.output.write(exact: JSONLines.render([detail]))
        case .tsv: try session.output.write(exact: Array(TabSeparated.render([row]).utf8))
        case .ids: try session.output.write(exact: Array(ids.utf8))
        }
    }
}
