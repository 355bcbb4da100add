package import DatelineAPI

/// Names, one a line, in the form that `--where` and corrections take.
package enum EntityLines {
    /// `articles⇥passages⇥type=name`.
    package static func tabSeparated(_ entities: [EntityCount]) -> String {
        TabSeparated.render(
            entities.map { [String($0.articles), String($0.passages), "\($0.type)=\($0.name)"] })
    }

    /// `type=name`.
    package static func names(_ entities: [EntityCount], end: String) -> String {
        entities.map { "\($0.type)=\($0.name)\(end)" }.joined()
    }
}
