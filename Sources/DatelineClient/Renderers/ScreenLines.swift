import DatelineAPI

/// What the index has of names, one a line.
enum ScreenLines {
    /// `name⇥found⇥distance⇥articles⇥first day⇥last day⇥field=value; …⇥field=value; …`; the last is who is named with it.
    static func tabSeparated(_ names: [ScreenedReply]) -> String {
        TabSeparated.render(
            names.map { name in
                [
                    name.name, name.found, name.distance.map { "\($0)" } ?? "", String(name.articles),
                    name.first ?? "", name.last ?? "", entities(name), company(name),
                ]
            })
    }

    /// For people: `Aliyev, Ilham: exact, person=Ilham Aliyev, 3 articles, 2025-08-02 to 2025-11-06, with …`.
    static func text(_ names: [ScreenedReply]) -> String {
        names.map { name in
            var parts = [name.distance.map { "\(name.found), distance \($0)" } ?? name.found]
            if name.found != "none" {
                parts += [entities(name), Wording.count(name.articles, "article")]
                if let first = name.first, let last = name.last {
                    parts.append(first == last ? first : "\(first) to \(last)")
                }
                if !name.with.isEmpty { parts.append("with \(company(name))") }
            }
            return TerminalText.safe("\(name.name): \(parts.joined(separator: ", "))") + "\n"
        }.joined()
    }

    private static func entities(_ name: ScreenedReply) -> String {
        name.entities.map { "\($0.type)=\($0.name)" }.joined(separator: "; ")
    }

    private static func company(_ name: ScreenedReply) -> String {
        name.with.map { "\($0.type)=\($0.name)" }.joined(separator: "; ")
    }
}
