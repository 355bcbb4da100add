import TestSupport

@testable import DatelineServer
@testable import Entities
@testable import SearchIndex

extension DatelineFuzz {
    /// A user's gazetteer as it is sent: the project's columns, or a dump of GeoNames.
    static let gazetteers = FuzzTarget(
        name: "gazetteers",
        seeds: [
            "# harbours\nplace\tPort Alba\tAlba|Port A.\tKazakhstan\tnote\nperson\tAda Stone\n",
            "word-ordinary\tof\nplace\tX\n", "title\tMr.\norganization\tNorth Bank\tNB\n",
            "1\tZug\tZug\tZoug,Zugo\t47.1\t8.5\tP\tPPLA\tCH\t\tZG\t\t\t\t23435\t\t425\tEurope/Zurich\t2020-01-01\n",
            "2\tRepublic of France\tFrance\tFrancia\t46\t2\tA\tPCLI\tFR\t\t00\t\t\t\t64768389\t\t543\tEurope/Paris\t2020\n",
        ],
        words: [
            "place\t", "person\t", "organization\t", "misc\t", "title\t", "country\t", "|", "\t", "\n", "PPL", "PCLI",
            "\tP\t", "\u{FEFF}", "5000", "-1", "1e9",
        ]
    ) { input in
        let whole = table(CollectionOfOne(input[...]))
        require(whole == table(Pieces.of(input)), "the table depends on the pieces")
        guard let table = whole else { return }
        guard let rows = try? GazetteerRow.rows(of: table.contents, file: "f") else {
            fatalError("rows that were taken do not read")
        }
        require(rows.count == table.rows, "\(table.rows) rows were taken, \(rows.count) read")
        guard let gazetteer = try? Gazetteer(tables: [("f", table.contents)]) else { return }
        for row in rows { _ = gazetteer.name(spelled: row.name) }
    }

    private static func table(_ pieces: some Sequence<ArraySlice<UInt8>>) -> GazetteerImport.Table? {
        var file = GazetteerImport(name: "f", minimumPopulation: 0, known: known)
        do throws(GazetteerError) {
            for piece in pieces { try file.feed(piece) }
            return try file.finish()
        } catch { return nil }
    }

    private static let known: Gazetteer = {
        let rows = "country\tFrance\tFrancia\nword-ordinary\tOf|The\ntitle\tPresident\n"
        return (try? Gazetteer(tables: [("known", rows)])) ?? Gazetteer()
    }()

    /// What a user's own recognizer answers.
    static let recognizer = FuzzTarget(
        name: "recognizer",
        seeds: [
            #"{"id":1,"mentions":[{"type":"person","start":0,"end":3,"text":"Ann","name":"Ann Stone"}]}"#,
            #"{"id":2,"unit":"byte","mentions":[{"type":"place","start":9,"end":16,"text":"Zürich"}]}"#,
            #"{"id":3,"error":"no"}"#,
        ],
        words: json + [
            "\"mentions\":[", "\"unit\":\"codepoint\"", "\"unit\":\"byte\"", "\"text\":\"Ann\"", "\"error\":",
        ]
    ) { input in
        var whole = LineBuffer()
        var cut = LineBuffer()
        let lines = whole.feed(input)
        require(
            lines == Pieces.of(input).flatMap { cut.feed($0) } && whole.take() == cut.take(),
            "lines depend on the pieces")
        let passage = "Ann saw Zürich, 東京 and é.\u{301}"
        let size = passage.utf8.count
        for line in lines + [input] {
            guard let reply = try? RecognizerReply(line: line),
                let claims = try? reply.claims(on: passage, startingAt: 5)
            else { continue }
            for claim in claims {
                require(
                    claim.range.lowerBound >= 5 && claim.range.upperBound <= size + 5 && !claim.range.isEmpty,
                    "a claim outside the passage")
            }
        }
    }

    /// The daemon's settings.
    static let settings = FuzzTarget(
        name: "settings",
        seeds: [
            "# limits\nsearches = 12\nread = user:0 group:daemon\nquery_depth=5 # deep\n",
            "listen = 127.0.0.1:8080\nsearch_seconds = 3",
        ],
        words: [
            "searches", "connections", "query_depth", "search_seconds", " = ", "read = ", "write = ", "user:", "group:",
            "#", "\n", "\r\n", "99999999999999999999",
        ]
    ) { input in
        guard let file = try? ConfigurationFile(text: String(decoding: input, as: UTF8.self), path: "f") else { return }
        var limits = ServerLimits()
        var rules = AccessRules()
        for line in file.lines {
            require(line.number >= 1 && !line.value.hasSuffix(" "), "a line is not trimmed")
            if let role = Role(rawValue: line.name) {
                try? rules.give(role, to: line.value)
            } else {
                try? limits.set(line.name, line.value)
            }
        }
        require(limits.named.values.allSatisfy { $0 > 0 }, "a limit of nothing: \(limits.named)")
        _ = rules.role(of: Peer(user: 4_000, groups: [4_000]))
    }
}
