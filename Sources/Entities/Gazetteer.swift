/// The known names, and the words by which unknown ones are recognized.
///
/// Immutable; made of tables of tab-separated text, which `index/README.md` describes.
package struct Gazetteer: Sendable {
    /// Stands for a comma between the words of a name, as in `Washington, D.C.`
    static let commaSymbol: UInt32 = 1

    var vocabulary = WordTable(lastSymbol: commaSymbol)
    /// A trie over symbols: node and symbol, packed as `step` does it, to the next node. Node 0 is the root.
    var steps = HashMap64(filler: UInt32(0))
    /// For each node the first spelling that ends there, or -1.
    var aliasAtNode: [Int32] = [-1]
    var aliases: [GazetteerAlias] = []
    var entries: [GazetteerEntry] = []

    static func step(_ node: UInt32, _ symbol: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

    /// The gazetteer of the given tables, each the text of one file, named for error messages.
    ///
    /// Each line is a row `type⇥name⇥aliases⇥parent⇥note`; aliases are separated by `|`; trailing columns may be
    /// absent; lines that are empty or begin with `#` are skipped. Where two rows claim one spelling, the first wins.
    /// - Throws: `GazetteerError` with the file and line of the first row that cannot be used.
    package init(tables: [(name: String, contents: String)]) throws(GazetteerError) {
        var builder = GazetteerBuilder()
        var rows: [GazetteerRow] = []
        for table in tables { rows += try GazetteerRow.rows(of: table.contents, file: table.name) }
        // Names may have abbreviations (`St. Louis`) and titles (`President Trump`) in them, so these come first.
        for stage in 0...2 {
            for row in rows where row.stage == stage { try builder.add(row) }
        }
        try builder.resolveParents()
        self = builder.gazetteer
    }

    /// The canonical names of all entities, in the order of the rows.
    package var names: [String] {
        entries.compactMap { entry in
            if case .entity = entry.kind { return entry.name }
            return nil
        }
    }

    /// The empty gazetteer, for the builder to fill.
    init() {}
}
