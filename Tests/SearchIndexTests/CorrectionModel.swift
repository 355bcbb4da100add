import Entities

@testable import SearchIndex

/// Corrections done the plain way: a list of articles with their names, and a loop that follows each name.
///
/// It reads the articles from an index without corrections, so that it sees what the recognizer made of them.
struct CorrectionModel {
    /// A name in a passage, as type and key.
    struct Name: Hashable {
        var type: String
        var key: String
    }

    struct Passage {
        var id: String
        var article: String
        var source: String
        var date: String
        var names: Set<Name>
    }

    /// A correction as it was written, read once.
    private struct Rule {
        var verb: String
        var name: Name
        var into: Name?
        /// By field: values, of a field of names as names.
        var conditions: [String: [(text: String, name: Name?)]]
    }

    private(set) var passages: [Passage] = []
    private var rules: [Rule] = []
    /// The names of each passage as they count, by the passage's id.
    private(set) var names: [String: Set<Name>] = [:]

    /// Reads what `index` has of these articles, which must have no corrections.
    init(_ index: Index, articles: [String]) async throws {
        for id in articles {
            guard let (article, passages, _) = try await index.article(id: id) else { continue }
            for passage in passages {
                self.passages.append(
                    Passage(
                        id: passage.id, article: id, source: article.source ?? "", date: article.date ?? "",
                        names: Set(passage.entities.map { Name(type: $0.type, key: NameKey.key($0.name)) })))
            }
        }
        apply([])
    }

    /// Works out what all names mean under these corrections.
    mutating func apply(_ corrections: [(verb: String, name: String, into: String?, conditions: [String])]) {
        rules = corrections.map { correction in
            let name = Self.name(correction.name)
            var rule = Rule(verb: correction.verb, name: name, into: correction.into.map(Self.name), conditions: [:])
            if correction.verb == "retype" { rule.into = correction.into.map { Name(type: $0, key: name.key) } }
            for condition in correction.conditions {
                let field = String(condition.prefix { $0 != "=" })
                let isName = EntityType(name: field) != nil
                rule.conditions[field, default: []].append(
                    (String(condition.drop { $0 != "=" }.dropFirst()), isName ? Self.name(condition) : nil))
            }
            return rule
        }
        names = Dictionary(
            uniqueKeysWithValues: passages.map { passage in
                (passage.id, Set(passage.names.compactMap { resolved($0, in: passage) }))
            })
    }

    private static func name(_ text: String) -> Name {
        let parts = text.split(separator: "=", maxSplits: 1)
        return Name(type: String(parts[0]), key: NameKey.key(String(parts.last ?? "")))
    }

    /// The name as it counts in a passage; nil when it is hidden.
    private func resolved(_ name: Name, in passage: Passage) -> Name? {
        var name = name
        while true {
            let split = rules.first { $0.verb == "split" && $0.name == name && holds($0.conditions, for: passage) }
            if let split {
                name = split.into ?? name
                continue
            }
            guard let next = moved(name) else { return isHidden(name) ? nil : name }
            name = next
        }
    }

    /// The passages that a filter by the name lets through.
    func passages(with name: Name) -> [Passage] {
        let meaning = end(name)
        if isHidden(meaning) { return [] }
        return passages.filter { names[$0.id]?.contains(meaning) == true }
    }

    /// Articles and passages of each name of a type among passages, by its key.
    func counts(_ type: String, _ passages: [Passage]) -> [String: [Int]] {
        var articles: [String: Set<String>] = [:]
        var counts: [String: Int] = [:]
        for passage in passages {
            for name in names[passage.id] ?? [] where name.type == type {
                articles[name.key, default: []].insert(passage.article)
                counts[name.key, default: 0] += 1
            }
        }
        return counts.reduce(into: [:]) { $0[$1.key] = [articles[$1.key]?.count ?? 0, $1.value] }
    }

    private func moved(_ name: Name) -> Name? {
        rules.first { $0.name == name && ["alias", "merge", "retype"].contains($0.verb) }?.into
    }

    private func isHidden(_ name: Name) -> Bool { rules.contains { $0.verb == "hide" && $0.name == name } }

    /// The name at the end of all moves.
    private func end(_ name: Name) -> Name {
        var name = name
        while let next = moved(name) { name = next }
        return name
    }

    private func holds(_ conditions: [String: [(text: String, name: Name?)]], for passage: Passage) -> Bool {
        conditions.allSatisfy { field, values in
            values.contains { value in
                switch field {
                case "article": return passage.article == value.text
                case "source": return passage.source == value.text
                case "date": return passage.date.hasPrefix(value.text)
                default:
                    let wanted = value.name.map(end)
                    return passages.contains { other in
                        other.article == passage.article && other.names.contains { end($0) == wanted }
                    }
                }
            }
        }
    }
}
