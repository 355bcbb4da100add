/// Places of an article that share the name of a better known one elsewhere: `Paris, Texas`.
struct ArticlePlaces {
    private enum Meaning {
        case known
        case other(String)
    }

    /// The states whose own states and provinces are printed behind a town's name.
    private static let federations: Set<String> = ["United States", "Canada"]

    private let gazetteer: Gazetteer
    /// What a bare name means, by entry, where the article says so.
    private var meanings: [Int32: Meaning] = [:]

    init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// Learns which place `words` mean, which look like the known `entry`.
    mutating func register(_ entry: Int32, at words: Range<Int>, of text: AnnotatedText) {
        guard let meaning = meaning(entry, at: words, of: text) else { return }
        if case .known? = meanings[entry] { return }
        meanings[entry] = meaning
    }

    /// The name of the place that `words` mean, when it is another than the known `entry`.
    func name(_ entry: Int32, at words: Range<Int>, of text: AnnotatedText) -> String? {
        guard case .other(let name)? = meaning(entry, at: words, of: text) ?? meanings[entry] else { return nil }
        return name
    }

    /// What the place behind the comma says: `Paris, Texas` is no part of France, `Paris, France` is. Nil for a list.
    private func meaning(_ entry: Int32, at words: Range<Int>, of text: AnnotatedText) -> Meaning? {
        let next = words.upperBound
        guard next < text.words.count, text.words[next].gap == .comma, !text.words[next - 1].isPossessive,
            gazetteer.entries[Int(entry)].kind == .entity(.place),
            let wider = gazetteer.longestMatch(text.words, at: next),
            gazetteer.entries[Int(wider.entry)].kind == .entity(.place)
        else { return nil }
        let parents = parents(of: entry)
        if parents.contains(wider.entry) { return .known }
        let federation = gazetteer.entries[Int(wider.entry)].parent
        guard federation >= 0, Self.federations.contains(gazetteer.entries[Int(federation)].name), !parents.isEmpty,
            !parents.contains(federation), entry != federation, !isInList(wider.words.upperBound, text)
        else { return nil }
        return .other("\(gazetteer.entries[Int(entry)].name), \(gazetteer.entries[Int(wider.entry)].name)")
    }

    private func isInList(_ index: Int, _ text: AnnotatedText) -> Bool {
        index < text.words.count && text.words[index].gap == .space && text.words[index].shape == .lower
            && text.words[index].traits.contains(.connector)
    }

    private func parents(of entry: Int32) -> [Int32] {
        var parents: [Int32] = []
        var next = gazetteer.entries[Int(entry)].parent
        while next >= 0, parents.count < 8 {
            parents.append(next)
            next = gazetteer.entries[Int(next)].parent
        }
        return parents
    }
}
