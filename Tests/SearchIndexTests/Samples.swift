import TestSupport

/// Small articles as lines of NDJSON, made for these tests.
enum Samples {
    static let harbor = """
        {"id":"h/1","title":"Harbor strike ends","date":"2025-03-01","source":"Coast Times","section":"business","authors":["Ana Ruiz"],"tags":["labor","ports"],"passages":["The strike in the harbor of Valparaiso ended on Saturday.","Dockers return to the harbor on Monday. The harbor had been closed for nine days."],"entities":[{"type":"place","name":"Valparaiso"},{"type":"organization","name":"Port Union"}]}
        {"id":"h/2","title":"Ships wait","date":"2025-02-20","source":"Coast Times","section":"business","tags":["ports"],"passages":["Sixty ships wait off Valparaiso while the strike goes on.","A minister met the Port Union in Santiago."],"entities":[{"type":"place","name":"Valparaiso"},{"type":"place","name":"Santiago"},{"type":"organization","name":"Port Union"}]}
        {"id":"h/3","title":"Copper falls","date":"2025-02-21","source":"Metal Wire","section":"markets","passages":["Copper fell as the strike closed a harbor."]}
        {"id":"h/4","title":"A quiet day","passages":["Nothing happened in Santiago."],"entities":[{"type":"place","name":"Santiago"}]}
        """

    /// `count` articles of a few passages each over a small vocabulary, the same for the same seed.
    static func random(_ count: Int, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        let words = [
            "river", "flood", "court", "ruling", "market", "shares", "goal", "match", "storm", "coast", "vote",
        ]
        let people = ["Ada Stone", "Ben Marsh", "Cleo Hart", "Dan Wolfe", "Eve Lund"]
        let sources = ["North Press", "South Wire", "East Daily"]
        return (0..<count).map { number in
            let passages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let text = (0..<Int.random(in: 3...30, using: &random))
                    .map { _ in
                        words[min(Int.random(in: 0...10, using: &random), Int.random(in: 0...10, using: &random))]
                    }
                let person = Bool.random(using: &random) ? " said " + (people.randomElement(using: &random) ?? "") : ""
                return text.joined(separator: " ") + person + "."
            }
            let named = people.filter { name in passages.contains { $0.contains(name) } }
            let entities = named.map { "{\"type\":\"person\",\"name\":\"\($0)\"}" }.joined(separator: ",")
            let day = Int.random(in: 1...28, using: &random)
            let date =
                Bool.random(using: &random) ? "\"date\":\"2025-0\(1 + number % 9)-\(day < 10 ? "0" : "")\(day)\"," : ""
            return """
                {"id":"r/\(number)","title":"\(words.randomElement(using: &random) ?? "") news",\(date)\
                "source":"\(sources.randomElement(using: &random) ?? "")","passages":[\
                \(passages.map { "\"\($0)\"" }.joined(separator: ","))],"entities":[\(entities)]}
                """
        }.joined(separator: "\n")
    }
}
