internal import TextAnalysis

/// What a gazetteer knows of a spelling by itself.
extension Gazetteer {
    /// The entity that `spelling`, and no more of it than all, is a name of; nil when it is none.
    func name(spelled spelling: String) -> (type: EntityType, name: String)? {
        let words = words(of: spelling)
        guard !words.isEmpty, let match = longestMatch(words, at: 0), match.words == words.indices,
            let type = entries[Int(match.entry)].type
        else { return nil }
        return (type, entries[Int(match.entry)].name)
    }

    /// Whether it is one word that is known as an ordinary one, such as `Of`, `May` and `Reading`.
    func isOrdinaryWord(_ spelling: String) -> Bool {
        let words = words(of: spelling)
        let ordinary: WordTraits = [.stop, .common, .month, .particle, .connector, .speech, .preposition]
        return words.count == 1 && !words[0].traits.isDisjoint(with: ordinary)
    }

    func wordCount(of spelling: String) -> Int { words(of: spelling).count }

    private func words(of spelling: String) -> [Word] {
        WordReader.words(in: Array(spelling.utf8), tokens: Tokenizer.tokens(in: spelling), gazetteer: self)
    }
}
