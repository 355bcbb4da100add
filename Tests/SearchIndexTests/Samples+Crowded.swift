import TestSupport

extension Samples {
    /// `count` articles whose passages name up to four people and three organizations, a few of them much more often than
    /// the others; some have no date.
    static func crowded(_ count: Int, seed: UInt64) -> String {
        var random = SplitMix(seed: seed)
        let people = [
            "Ada Stone", "Ben Marsh", "Cleo Hart", "Dan Wolfe", "Eve Lund", "Finn Moss", "Gwen Park", "Hugo Reed",
        ]
        let organizations = ["North Union", "South Bank", "East Guild", "West Council", "Harbour Trust"]
        let words = ["river", "flood", "court", "market", "storm"]
        func some(_ names: [String], upTo most: Int) -> [String] {
            (0..<Int.random(in: 0...most, using: &random)).map { _ in
                names[min(Int.random(in: names.indices, using: &random), Int.random(in: names.indices, using: &random))]
            }
        }
        return (0..<count).map { number in
            let passages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let names = some(people, upTo: 4) + some(organizations, upTo: 3)
                let text = some(words, upTo: 6).joined(separator: " ")
                return "The \(text) report: " + names.joined(separator: "; then ") + "."
            }
            let entities = [("person", people), ("organization", organizations)].flatMap { type, names in
                names.filter { name in passages.contains { $0.contains(name) } }
                    .map { "{\"type\":\"\(type)\",\"name\":\"\($0)\"}" }
            }
            let (year, month) = (2023 + Int.random(in: 0...2, using: &random), Int.random(in: 1...12, using: &random))
            let day = Int.random(in: 1...28, using: &random)
            let date =
                Int.random(in: 0...5, using: &random) == 0
                ? "" : "\"date\":\"\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)\","
            return """
                {"id":"k/\(number)",\(date)"passages":[\(passages.map { "\"\($0)\"" }.joined(separator: ","))],\
                "entities":[\(entities.joined(separator: ","))]}
                """
        }.joined(separator: "\n")
    }
}
