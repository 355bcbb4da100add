import Entities

/// Something that a person has put right about names: `merge person=S. Witkoff person=Steve Witkoff`.
package struct Correction: Hashable, Sendable {
    package enum Verb: String, CaseIterable, Sendable {
        /// One name counts, filters and prints as another.
        case alias, merge
        /// In some articles it does.
        case split
        /// A name is not counted, filtered or shown.
        case hide
        /// A name's mentions are of another type.
        case retype
    }

    package let verb: Verb
    let name: EntityName
    /// What the name becomes; nil when it is hidden.
    let into: EntityName?
    /// The articles in which it does; any of a field's, all of the fields'. Empty for all.
    let conditions: [ArticleCondition]

    /// Reads what a person wrote.
    /// - Parameters:
    ///   - name: `TYPE=NAME`.
    ///   - into: `TYPE=NAME`, or a name of the same type; for `retype` a type; nil for `hide`.
    ///   - conditions: `FIELD=VALUE` each; for `split` only.
    /// - Throws: `SearchIndexError.badCorrection`.
    package init(verb text: String, name: String, into: String?, where conditions: [String])
        throws(SearchIndexError)
    {
        guard let verb = Verb(rawValue: text) else {
            throw SearchIndexError(
                .badCorrection, "there is no such correction",
                hint: "use one of \(Verb.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.verb = verb
        self.name = try EntityName(parsing: name)
        self.into = try Self.target(into, of: verb, self.name)
        guard (verb == .split) == !conditions.isEmpty else {
            throw SearchIndexError(
                .badCorrection,
                verb == .split ? "split does not say in which articles" : "only split is about some articles",
                hint: verb == .split ? "give articles, or values of their fields" : nil)
        }
        var read: [ArticleCondition] = []
        for condition in conditions { read.append(try ArticleCondition(parsing: condition)) }
        self.conditions = read
        if verb == .split, self.name == self.into {
            throw SearchIndexError(.badCorrection, "a name cannot be split into itself")
        }
        if let into = self.into, self.name == into, self.name.name == into.name {
            throw SearchIndexError(.badCorrection, "the two names are the same")
        }
    }

    private static func target(_ text: String?, of verb: Verb, _ name: EntityName) throws(SearchIndexError)
        -> EntityName?
    {
        if verb == .hide {
            if text == nil { return nil }
            throw SearchIndexError(.badCorrection, "hide takes one name")
        }
        guard let text else {
            throw SearchIndexError(.badCorrection, "\(verb.rawValue) does not say what the name becomes")
        }
        if verb != .retype { return try EntityName(parsing: text, type: name.type) }
        guard let type = EntityType(name: text) else {
            throw SearchIndexError(
                .badCorrection, "there is no such type", hint: "types are \(EntityName.types)")
        }
        return EntityName(type: type, name: name.name, key: name.key)
    }

    /// Whether it is about nothing but how the name is spelled.
    var isSpelling: Bool { into == name }

    /// What the name becomes, as it was written: for `retype` a type.
    package var target: String? { verb == .retype ? into?.type.name : into?.description }
    package var subject: String { name.description }
    package var articles: [String] { conditions.map(\.description) }
}
