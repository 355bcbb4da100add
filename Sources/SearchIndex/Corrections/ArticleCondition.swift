import Corpus
import Entities
import QueryLanguage

/// Something that an article must have for a name to be split in it: `source=Coast Times`, `article=wire/1042`.
struct ArticleCondition: Hashable, Sendable {
    /// What the value is compared with.
    enum Test: Hashable, Sendable {
        case article(id: String)
        case dates(from: UInt32, through: UInt32)
        /// A value of a field that is the whole article's, by the field's number and the value's key.
        case value(facet: Int, key: String)
        /// A name that one of the article's passages has.
        case name(EntityName)
    }

    let field: String
    let value: String
    let test: Test

    /// Reads `FIELD=VALUE`.
    /// - Throws: `SearchIndexError.badCorrection`.
    init(parsing text: String) throws(SearchIndexError) {
        let filter: FieldFilter
        do { filter = try FieldFilter(parsing: text, fields: Field.kinds) } catch {
            throw SearchIndexError(.badCorrection, error.message, hint: error.hint)
        }
        field = filter.field
        value = String(text.drop { $0 != "=" }.dropFirst())
        switch (Field.named(filter.field), filter.value) {
        case (let field?, .name(let name)) where field.kind == .identifier: test = .article(id: name)
        case (let field?, .name(let name)) where field.kind == .entity:
            test = .name(try EntityName(parsing: "\(field.name)=\(name)"))
        case (let field?, .name(let name)):
            guard let facet = field.facet else { throw Self.unfit(field.name) }
            test = .value(facet: facet, key: NameKey.key(name))
        case (_, .dates(let range)): test = .dates(from: range.from ?? 0, through: range.through ?? .max)
        default: throw Self.unfit(filter.field)
        }
    }

    private static func unfit(_ field: String) -> SearchIndexError {
        SearchIndexError(
            .badCorrection, "articles are not told apart by such a value of \(field)",
            hint: "give an article's id, a date, or one value of a field whose values are counted")
    }
}

extension ArticleCondition: CustomStringConvertible {
    var description: String { "\(field)=\(value)" }
}
