import Entities
import Synchronization

/// Numbers the values of the facet fields, for the writer and the analysis threads alike. A value keeps its number.
///
/// A number may be used in what is being written before the database knows the name; each commit stores the names of all
/// numbers given out by then, without a gap, so no committed passage has a value without a name. What a failed load
/// numbered stays numbered, and is stored with the next commit.
final class ValueNumbers: Sendable {
    /// One facet field's values.
    private struct Table {
        /// Values by key.
        var numbers: [String: UInt32] = [:]
        /// The names of the numbers from `first` on; the ones before are in the database.
        var names: [String] = []
        var first = 0
    }

    private struct State {
        /// Values that were in the database at first: read at the first write, for opening an index reads no names.
        var unread: [ValueTable]?
        var tables: [Table]

        mutating func readAll() {
            guard let stored = unread else { return }
            unread = nil
            for facet in stored.indices {
                for id in 0..<UInt32(stored[facet].count) {
                    tables[facet].numbers[NameKey.key(stored[facet][id])] = id
                }
            }
        }
    }

    private let state: Mutex<State>

    /// - Parameter values: those of each facet field that the database has, in the order of `Field.facets`.
    init(_ values: [ValueTable]) {
        state = Mutex(State(unread: values, tables: values.map { Table(first: $0.count) }))
    }

    /// The number of a value of a facet field; a new one for a new value, which is shown as `name`.
    func number(of name: String, key: String, facet: Int) -> UInt32 {
        state.withLock { state in
            state.readAll()
            if let known = state.tables[facet].numbers[key] { return known }
            let number = UInt32(state.tables[facet].first + state.tables[facet].names.count)
            state.tables[facet].numbers[key] = number
            state.tables[facet].names.append(name)
            return number
        }
    }

    /// The numbers of those of `keys` that have one by now.
    func numbers(of keys: [ValueKey]) -> [ValueKey: UInt32] {
        state.withLock { state in
            state.readAll()
            var numbers: [ValueKey: UInt32] = [:]
            for key in keys { numbers[key] = state.tables[key.facet].numbers[key.key] }
            return numbers
        }
    }

    /// For each facet field, the names of the numbers that `values` does not have, in order.
    func names(beyond values: [ValueTable]) -> [[String]] {
        state.withLock { state in
            zip(state.tables, values).map { table, values in
                Array(table.names.dropFirst(max(0, values.count - table.first)))
            }
        }
    }

    /// Lets go of the names that the database has: those in `values`.
    func forgetNames(in values: [ValueTable]) {
        state.withLock { state in
            for (facet, values) in values.enumerated() where values.count > state.tables[facet].first {
                state.tables[facet].names.removeFirst(values.count - state.tables[facet].first)
                state.tables[facet].first = values.count
            }
        }
    }
}
