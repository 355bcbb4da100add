package import DatelineAPI

/// Fields and values for a shell's completion, from a daemon that listens. None is started, and what does not come in a
/// moment is left out: a person waits at the prompt.
package struct LiveValues {
    /// How long a completion may take.
    private static let timeLimit = Duration.milliseconds(500)
    /// How many values are offered.
    private static let most = 50

    private let socket: String

    /// Those of the daemon at a socket: the option, or as ``SocketPath`` says.
    package init(socket: String?, environment: UserEnvironment = .current) {
        self.socket = SocketPath.resolve(option: socket, environment: environment)
    }

    /// The fields that have values to count, as `person=`, or after `=` the values that begin with what was typed, as
    /// `person=Steve Witkoff`.
    package func filters(_ typed: String) -> [String] {
        guard let equals = typed.firstIndex(of: "=") else { return fields(countable: true).map { $0 + "=" } }
        let field = String(typed[..<equals])
        return values(of: field, beginning: String(typed[typed.index(after: equals)...])).map { "\(field)=\($0)" }
    }

    /// The fields of the index.
    package func fields(countable: Bool) -> [String] {
        let reply = ask(FieldsReply.self, HTTPRequest(.get, "/v1/fields"))
        return (reply?.fields ?? []).filter { $0.facet || !countable }.map(\.name)
    }

    /// What `--facet` and `facet` take: the countable fields, and a date's months and years.
    package func facets() -> [String] {
        fields(countable: true).flatMap { $0 == "date" ? [$0, "date.month", "date.year"] : [$0] }
    }

    /// Names that the index knows.
    package func names(_ typed: String) -> [String] {
        filters(typed.contains("=") ? typed : "person=" + typed)
    }

    private func values(of field: String, beginning typed: String) -> [String] {
        var request = FacetPageRequest()
        // The daemon finds a value by any one of its words.
        request.prefix = typed.split(separator: " ").last.map(String.init)
        request.limit = Self.most
        let path = "/v1/facets/\(PercentEncoding.encode(field))"
        let found = ask(FacetPageReply.self, .get(path, request))?.values.map(\.value) ?? []
        // A line end would make two of one.
        return found.filter { $0.lowercased().hasPrefix(typed.lowercased()) && TerminalText.safe($0) == $0 }
    }

    private func ask<R: Reply>(_ type: R.Type, _ request: HTTPRequest) -> R? {
        guard let reply = try? DirectConnection(socket, timeLimit: Self.timeLimit).send(request), reply.status == 200
        else { return nil }
        return try? JSON.decode(type, from: reply.body)
    }
}
