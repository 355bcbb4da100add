extension Gazetteer {
    /// The longest known name that begins at word `start`, ends before `limit`, and is written as its spelling demands.
    func longestMatch(_ words: [Word], at start: Int, before limit: Int = .max) -> GazetteerMatch? {
        guard words[start].traits.contains(.beginsName) else { return nil }
        var best: GazetteerMatch?
        var node: UInt32 = 0
        var index = start
        var looks = Looks()
        var count = 0
        while index < min(words.count, limit), index - start < GazetteerBuilder.longestName {
            let word = words[index]
            if index > start {
                if word.gap == .comma {
                    guard let comma = steps[Self.step(node, Self.commaSymbol)] else { break }
                    node = comma
                } else if !word.gap.joins && word.gap != .ampersand {
                    break
                }
            }
            guard let next = steps[Self.step(node, word.symbol)] else {
                // `Donald J. Trump` is `Donald Trump`.
                guard index > start, word.shape == .initials, word.range.count == 1 else { break }
                index += 1
                continue
            }
            node = next
            looks.add(word, at: count)
            count += 1
            index += 1
            let skipped = index - start - count
            if let alias = alias(at: node, looks, personsOnly: skipped > 0) {
                best = GazetteerMatch(
                    entry: alias.entry, words: start..<index,
                    mention: start + alias.leading..<index - alias.trailing)
            }
        }
        return best
    }

    /// How many words at the front of `words` are a title.
    func titleLength(_ words: [Word]) -> Int {
        guard let match = longestMatch(words, at: 0), entries[Int(match.entry)].kind == .title else { return 0 }
        return match.words.count
    }

    private func alias(at node: UInt32, _ looks: Looks, personsOnly: Bool) -> GazetteerAlias? {
        var index = aliasAtNode[Int(node)]
        while index >= 0 {
            let alias = aliases[Int(index)]
            if looks.fit(alias), !personsOnly || entries[Int(alias.entry)].kind == .entity(.person) { return alias }
            index = alias.next
        }
        return nil
    }
}

/// How the words of a text are written that have the letters of a spelling; bit i is the spelling's word i.
private struct Looks {
    private var capitalized: UInt16 = 0
    private var capitals: UInt16 = 0
    private var possessive: UInt16 = 0
    private var last: UInt16 = 0

    mutating func add(_ word: Word, at index: Int) {
        last = 1 << UInt16(index)
        if word.shape.isCapital { capitalized |= last }
        if word.shape == .capitals || word.shape == .initials { capitals |= last }
        if word.isPossessive { possessive |= last }
    }

    /// Only the last word may have a possessive that the spelling does not have.
    func fit(_ alias: GazetteerAlias) -> Bool {
        alias.capitalized & ~capitalized == 0 && alias.capitals & ~capitals == 0
            && alias.possessive & ~possessive == 0 && possessive & ~alias.possessive & ~last == 0
    }
}
