internal import TextAnalysis

/// Fills a gazetteer row by row.
struct GazetteerBuilder {
    /// The longest name, in words; the bit sets of `GazetteerAlias` have room for so many.
    static let longestName = 16

    private(set) var gazetteer = Gazetteer()
    private var parents: [(row: GazetteerRow, entry: Int32)] = []
    /// The first entry of each canonical name.
    private var entries: [String: Int32] = [:]

    mutating func add(_ row: GazetteerRow) throws(GazetteerError) {
        switch row.kind {
        case .word(let traits):
            for spelling in [row.name] + row.aliases {
                let words = try words(of: spelling, row)
                for word in words { _ = symbol(word, spelling, adding: traits) }
            }
        case .name(let kind):
            try add(row, kind)
        }
    }

    /// Finds the entries of all parents, each of which is itself a name of some row.
    mutating func resolveParents() throws(GazetteerError) {
        for (row, entry) in parents {
            guard let parent = entries[NameKey.key(row.parent)] else {
                throw GazetteerError(
                    code: .unknownParent, message: "\(row.file):\(row.line): no row defines the parent '\(row.parent)'",
                    hint: "add it, or correct the spelling; a parent is a canonical name")
            }
            gazetteer.entries[Int(entry)].parent = parent
        }
    }

    private mutating func add(_ row: GazetteerRow, _ kind: GazetteerEntry.Kind) throws(GazetteerError) {
        let isDemonym = kind == .demonym
        let index = Int32(gazetteer.entries.count)
        if isDemonym || !row.parent.isEmpty { parents.append((row, index)) }
        let key = NameKey.key(row.name)
        if !isDemonym, entries[key] == nil { entries[key] = index }
        gazetteer.entries.append(GazetteerEntry(kind: kind, name: isDemonym ? row.parent : row.name))
        let isPerson = kind == .entity(.person)
        let nameWords = try words(of: row.name, row)
        if isPerson, nameWords.count > 1, let surname = NameParts.surname(0..<nameWords.count, of: nameWords) {
            gazetteer.entries[Int(index)].shortForms.append(NameParts.key(surname, of: nameWords))
        }
        for spelling in [row.name] + row.aliases {
            let words = try words(of: spelling, row)
            // One word (`Xi`, but not `JFK`) is too weak to stand for a person before the full name was seen.
            if isPerson, words.count == 1, nameWords.count > 1, words[0].shape != .capitals {
                gazetteer.entries[Int(index)].shortForms.append(NameParts.key(0..<1, of: words))
            } else {
                insert(words, of: spelling, entry: index, isPerson: isPerson)
            }
        }
    }

    private func words(of spelling: String, _ row: GazetteerRow) throws(GazetteerError) -> [Word] {
        let words = WordReader.words(
            in: Array(spelling.utf8), tokens: Tokenizer.tokens(in: spelling), gazetteer: gazetteer)
        guard (1...Self.longestName).contains(words.count) else {
            throw GazetteerError(
                code: .invalidName, message: "\(row.file):\(row.line): '\(spelling)' has \(words.count) words",
                hint: "a name has 1 to \(Self.longestName) words")
        }
        return words
    }

    /// The symbol of a word of `spelling`, which gains `traits`.
    private mutating func symbol(_ word: Word, _ spelling: String, adding traits: WordTraits) -> UInt32 {
        var folded: [UInt8] = []
        Folding.fold(Array(spelling.utf8).span, word.range, into: &folded)
        return gazetteer.vocabulary.symbol(folded, hash: word.hash, adding: traits)
    }

    private mutating func insert(_ words: [Word], of spelling: String, entry: Int32, isPerson: Bool) {
        var alias = GazetteerAlias(entry: entry)
        var node: UInt32 = 0
        for (index, word) in words.enumerated() {
            if word.shape.isCapital { alias.capitalized |= 1 << UInt16(index) }
            // `U.S.` may be written `US`, but neither `us` nor `Us`.
            if word.shape == .capitals || (word.shape == .initials && word.range.count > 1) {
                alias.capitals |= 1 << UInt16(index)
            }
            if word.isPossessive { alias.possessive |= 1 << UInt16(index) }
            if index > 0, word.gap == .comma { node = next(node, Gazetteer.commaSymbol) }
            node = next(node, symbol(word, spelling, adding: index == 0 ? .beginsName : []))
        }
        if isPerson {
            alias.leading = min(gazetteer.titleLength(words), words.count - 1)
            alias.trailing = words.reversed().prefix { $0.shape == .lower }.count
        }
        append(alias, at: Int(node))
    }

    private mutating func next(_ node: UInt32, _ symbol: UInt32) -> UInt32 {
        let step = Gazetteer.step(node, symbol)
        if let next = gazetteer.steps[step] { return next }
        let next = UInt32(gazetteer.aliasAtNode.count)
        gazetteer.aliasAtNode.append(-1)
        gazetteer.steps[step] = next
        return next
    }

    /// Adds `alias` behind the others that end at `node`, so that the first row wins.
    private mutating func append(_ alias: GazetteerAlias, at node: Int) {
        let index = Int32(gazetteer.aliases.count)
        gazetteer.aliases.append(alias)
        guard gazetteer.aliasAtNode[node] >= 0 else {
            gazetteer.aliasAtNode[node] = index
            return
        }
        var last = Int(gazetteer.aliasAtNode[node])
        while gazetteer.aliases[last].next >= 0 { last = Int(gazetteer.aliases[last].next) }
        gazetteer.aliases[last].next = index
    }
}
