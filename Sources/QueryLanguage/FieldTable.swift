/// The fields that a query may name.
struct FieldTable: Sendable {
    let kinds: [String: FieldKind]

    /// Whether there is a field called `name`, whatever its case.
    func has(_ name: String) -> Bool { kinds[name.lowercased()] != nil }

    /// The field that `name` means, whatever its case.
    /// - Throws: `QueryError` with the code `unknown_field` at `position`; `advice` ends its hint.
    func field(
        _ name: String, at position: Int, advice: String = ""
    ) throws(QueryError) -> (name: String, kind: FieldKind) {
        let lowered = name.lowercased()
        if let kind = kinds[lowered] { return (lowered, kind) }
        // No field's name is long, and a long one would drown the message.
        let isShort = name.utf8.count <= 32
        let guess = isShort ? nearest(to: lowered).map { "Did you mean \($0)? " } ?? "" : ""
        throw QueryError(
            .unknownField, isShort ? "There is no field \(name)." : "There is no such field.",
            hint: "\(guess)The fields are \(kinds.keys.sorted().joined(separator: ", ")).\(advice)", at: position)
    }

    /// The field that was probably meant: one that begins so, or one at most two typing errors away.
    private func nearest(to name: String) -> String? {
        let names = kinds.keys.sorted()
        if name.utf8.count > 1, let longer = names.first(where: { $0.hasPrefix(name) }) { return longer }
        let ranked = names.map { (name: $0, distance: Self.editDistance(Array(name.utf8), Array($0.utf8))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= min(2, name.utf8.count / 2) ? best.name : nil
    }

    /// The least number of bytes to insert, delete or replace that makes `a` into `b` (Levenshtein, one row at a time).
    private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, byte) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (byte == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
