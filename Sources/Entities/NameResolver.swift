/// Gives each candidate the canonical name it has within its article.
///
/// First `register` everything, then ask for `mention`s: a surname may stand before the full name.
struct NameResolver {
    private let gazetteer: Gazetteer
    private var people = ArticlePeople()
    private var names = ArticleNames()
    private var places: ArticlePlaces

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        places = ArticlePlaces(gazetteer: gazetteer)
    }

    /// Learns the full names and acronyms among `candidates`.
    mutating func register(_ candidates: [Candidate], of text: AnnotatedText) {
        for candidate in candidates { register(candidate, named: nil, of: text) }
    }

    /// Learns one candidate, whose canonical name is `name` when someone gave it one.
    mutating func register(_ candidate: Candidate, named name: String?, of text: AnnotatedText) {
        switch candidate.reading {
        case .open: return
        case .known(let index):
            let entry = gazetteer.entries[Int(index)]
            guard let type = entry.type else { return }
            if type == .person { people.register(index, entry, at: candidate.words, of: text) }
            if type == .place { places.register(index, at: candidate.words, of: text) }
            let identity = ArticleNames.Identity(type: type, name: name ?? entry.name)
            if entry.kind != .demonym { names.registerAcronyms(of: candidate.words, identity, of: text) }
        case .typed(.person):
            if name == nil, isCouple(candidate.words, text) { return }
            people.register(candidate.words, named: name, of: text)
        case .typed(let type): names.register(candidate.words, type, named: name, of: text)
        }
    }

    /// The mentions that `candidate` stands for: none when it cannot be resolved, two for `Biden-Harris`.
    func mentions(_ candidate: Candidate, of text: AnnotatedText) -> [Mention] {
        let words = candidate.words
        if let defined = names.definition(of: words, in: text) {
            return [mention(defined.type, defined.name, words, text)]
        }
        switch candidate.reading {
        case .known(let entry):
            if words.count == 1, isSpeaker(words.lowerBound, text), let person = people.name(words, of: text) {
                return [mention(.person, person, words, text)]
            }
            let known = gazetteer.entries[Int(entry)]
            guard let type = known.type else { return [] }
            let name = places.name(entry, at: words, of: text) ?? known.name
            var mention = mention(type, name, words, text)
            mention.isDerived = candidate.isDerived || known.kind == .demonym
            return [mention]
        case .typed(.person):
            if let name = people.name(words, of: text) { return [mention(.person, name, words, text)] }
            let parts = parts(words, text)
            if !parts.isEmpty { return parts }
            return [mention(.person, Surface.name(words, of: text, hasAcronyms: false), words, text)]
        case .typed(let type):
            let identity = names.identity(words, type, of: text)
            return [mention(identity.type, identity.name, words, text)]
        case .open:
            if let known = names.identity(words, of: text) { return [mention(known.type, known.name, words, text)] }
            let first = text.words[words.lowerBound]
            guard !first.opensSentence || !text.hasLowercased(first.hash) else { return [] }
            if let name = people.name(words, of: text) { return [mention(.person, name, words, text)] }
            return parts(words, text)
        }
    }

    /// The canonical name of what is known to be of `type`; nil when the article's other names do not tell.
    func name(of candidate: Candidate, _ type: EntityType, in text: AnnotatedText) -> String? {
        let found = mentions(candidate, of: text)
        return found.count == 1 && found[0].type == type ? found[0].name : nil
    }

    /// The people in words that as a whole name nobody: `Trump` of `Trump Officials`, both of `Biden-Harris`.
    private func parts(_ words: Range<Int>, _ text: AnnotatedText) -> [Mention] {
        let front = words.lowerBound..<words.lowerBound + words.prefix { !isOrdinary($0, text) }.count
        guard !front.isEmpty, front.dropFirst().allSatisfy({ text.words[$0].gap == .hyphen }) else { return [] }
        if let name = people.name(front, of: text) { return [mention(.person, name, front, text)] }
        let found = front.compactMap { index in
            people.name(index..<index + 1, of: text).map { mention(.person, $0, index..<index + 1, text) }
        }
        return found.count == front.count ? found : []
    }

    /// True for `Biden-Harris Administration`.
    private func isCouple(_ words: Range<Int>, _ text: AnnotatedText) -> Bool {
        words.count > 2 && text.words[words.lowerBound + 1].gap == .hyphen && isOrdinary(words.upperBound - 1, text)
    }

    private func isOrdinary(_ index: Int, _ text: AnnotatedText) -> Bool {
        text.isOrdinary(index) || !text.words[index].traits.isDisjoint(with: [.common, .organizationHead])
    }

    private func isSpeaker(_ index: Int, _ text: AnnotatedText) -> Bool {
        index + 1 < text.words.count && text.joins(index + 1) && text.words[index + 1].traits.contains(.speech)
    }

    private func mention(_ type: EntityType, _ name: String, _ words: Range<Int>, _ text: AnnotatedText) -> Mention {
        Mention(type: type, name: name, range: text.range(of: words))
    }
}
