extension Lexer {
    /// The word before the `~` at the end of `run` and the number of typing errors after it; `nil` for any other run.
    ///
    /// Without a letter before it, a `~` is text: `60~70`, `~5`.
    func fuzzy(_ run: Run) throws(QueryError) -> (word: String, distance: Int)? {
        guard let tilde = run.tilde else { return nil }
        let scalars = Array(run.text)
        let (before, after) = (scalars[..<tilde.index], scalars[(tilde.index + 1)...])
        let word = String(String.UnicodeScalarView(before))
        let letters = word.count { $0.isLetter }
        guard letters > 0, after.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        guard after.isEmpty || after.elementsEqual(["1"]) || after.elementsEqual(["2"]) else {
            throw QueryError(
                .badDistance, "A ~ takes 1 or 2 typing errors.",
                hint: "Write ~1 or ~2, or \\~ for the character itself.", at: tilde.offset)
        }
        let distance = after.elementsEqual(["2"]) ? 2 : 1
        let needed = Query.fuzzyLetters[distance, default: 0]
        guard letters >= needed else {
            throw QueryError(
                .shortFuzzy, "The word is too short for \(distance == 1 ? "a typing error" : "two typing errors").",
                hint:
                    "\(distance == 1 ? "~" : "~2") needs \(needed) letters before it; write \\~ for the character itself.",
                at: run.start)
        }
        return (word, distance)
    }
}
