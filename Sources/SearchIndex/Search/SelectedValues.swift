import Entities
import QueryLanguage

/// The facet values that filters name.
struct SelectedValues {
    private var keys: [String: Set<String>] = [:]
    private var ranges: [DateRange] = []

    /// Notes what a filter, as a plan, names.
    mutating func insert(_ filter: Plan) {
        switch filter {
        case .values(let field, let keys): self.keys[field, default: []].formUnion(keys)
        case .or(let plans): for plan in plans { insert(plan) }
        case .dates(let range): ranges.append(range)
        default: break
        }
    }

    /// Whether a filter names this value of `field`: a day, a month or a year when it is neither more nor less than that.
    func contains(_ value: String, of field: Field) -> Bool {
        if field.kind == .date {
            return !ranges.isEmpty && (try? DateRange(parsing: value)).map(ranges.contains) == true
        }
        return !keys.isEmpty && keys[field.name]?.contains(NameKey.key(value)) == true
    }
}
