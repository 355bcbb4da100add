/// Gives each candidate the canonical name it has within its article.
///
/// First `register` everything, then ask for `mention`s: a surname may stand before the full name.
struct NameResolver {
    private struct Person {
        var name: String
        /// The name has a middle initial, so that the same name without it is preferred.
        var hasInitial: Bool
    }

    /// What a surname or other short form stands for.
    private enum Short {
        case person(Int)
        /// Two different people share it.
        case ambiguous
    }

    private let gazetteer: Gazetteer
    private var people: [Person] = []
    private var byFullName: [UInt64: Int] = [:]
    private var byEntry: [Int32: Int] = [:]
    private var short: [UInt64: Short] = [:]
    /// Names and acronyms that were typed somewhere in the article, by their words.
    private var typed: [UInt64: (type: EntityType, name: String)] = [:]

    init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// Learns the full names and acronyms among `candidates`.
    mutating func register(_ candidates: [Candidate], of text: AnnotatedText) {
        for candidate in candidates { register(candidate, named: nil, of: text) }
    }

    /// Learns one candidate, whose canonical name is `name` when someone gave it one.
    mutating func register(_ candidate: Candidate, named name: String?, of text: AnnotatedText) {
        let identity: (type: EntityType, name: String)
        switch candidate.reading {
        case .open: return
        case .known(let entry):
            guard let type = gazetteer.entries[Int(entry)].type else { return }
            if type == .person { register(entry) }
            identity = (type, name ?? gazetteer.entries[Int(entry)].name)
        case .typed(.person):
            if NameParts.isFullName(candidate.words, of: text.words) {
                register(candidate.words, named: name, of: text)
            }
            return
        case .typed(let type):
            identity = (type, name ?? Surface.name(candidate.words, of: text, hasAcronyms: type != .place))
            let key = NameParts.key(candidate.words, of: text.words)
            if typed[key] == nil { typed[key] = identity }
        }
        if let acronym = Acronym.definition(after: candidate.words, in: text) {
            typed[NameParts.key(acronym..<acronym + 1, of: text.words)] = identity
        }
    }

    private mutating func register(_ entry: Int32) {
        guard byEntry[entry] == nil else { return }
        byEntry[entry] = people.count
        people.append(Person(name: gazetteer.entries[Int(entry)].name, hasInitial: false))
        for form in gazetteer.entries[Int(entry)].shortForms { add(form, people.count - 1) }
    }

    private mutating func register(_ name: Range<Int>, named given: String?, of text: AnnotatedText) {
        let key = NameParts.key(name, of: text.words)
        let hasInitial = name.contains { text.words[$0].shape == .initials }
        let isShouted = name.allSatisfy { text.words[$0].shape == .capitals }
        if let index = byFullName[key] {
            if people[index].hasInitial, !hasInitial, !isShouted {
                people[index] = Person(name: Surface.name(name, of: text, hasAcronyms: false), hasInitial: false)
            }
            return
        }
        byFullName[key] = people.count
        let canonical = given ?? Surface.name(name, of: text, hasAcronyms: false)
        people.append(Person(name: canonical, hasInitial: hasInitial && given == nil))
        if let surname = NameParts.surname(name, of: text.words) { add(surname, people.count - 1) }
    }

    private mutating func add(_ form: UInt64, _ person: Int) {
        if case .person(let other)? = short[form], other != person {
            short[form] = .ambiguous
        } else if short[form] == nil {
            short[form] = .person(person)
        }
    }

    /// The mentions that `candidate` stands for: none when it cannot be resolved, two for `Biden-Harris`.
    func mentions(_ candidate: Candidate, of text: AnnotatedText) -> [Mention] {
        let words = candidate.words
        switch candidate.reading {
        case .known(let entry):
            if words.count == 1, isSpeaker(words.lowerBound, text), let person = person(words, text) {
                return [mention(.person, person, words, text)]
            }
            let known = gazetteer.entries[Int(entry)]
            guard let type = known.type else { return [] }
            var mention = mention(type, known.name, words, text)
            mention.isDerived = candidate.isDerived || known.kind == .demonym
            return [mention]
        case .typed(.person):
            let name = fullName(words, text) ?? person(words, text)
            return [mention(.person, name ?? Surface.name(words, of: text, hasAcronyms: false), words, text)]
        case .typed(let type):
            return [mention(type, Surface.name(words, of: text, hasAcronyms: type != .place), words, text)]
        case .open:
            return open(words, text)
        }
    }

    /// The canonical name of what is known to be of `type`; nil when the article's other names do not tell.
    func name(of candidate: Candidate, _ type: EntityType, in text: AnnotatedText) -> String? {
        if candidate.reading == .typed(type), let known = typed[NameParts.key(candidate.words, of: text.words)],
            known.type == type
        {
            return known.name
        }
        let found = mentions(candidate, of: text)
        return found.count == 1 && found[0].type == type ? found[0].name : nil
    }

    private func open(_ words: Range<Int>, _ text: AnnotatedText) -> [Mention] {
        if let known = typed[NameParts.key(words, of: text.words)] {
            return [mention(known.type, known.name, words, text)]
        }
        if let name = fullName(words, text) { return [mention(.person, name, words, text)] }
        // `Trump Officials` in a headline leaves `Trump`; `Biden-Harris` are two, `Jean-Pierre` is one.
        let front = words.lowerBound..<words.lowerBound + words.prefix { !text.isOrdinary($0) }.count
        guard !front.isEmpty, front.dropFirst().allSatisfy({ text.words[$0].gap == .hyphen }) else { return [] }
        let first = text.words[front.lowerBound]
        guard !first.opensSentence || !text.hasLowercased(first.hash) else { return [] }
        if let name = person(front, text) { return [mention(.person, name, front, text)] }
        return front.compactMap { index in
            person(index..<index + 1, text).map { mention(.person, $0, index..<index + 1, text) }
        }
    }

    /// The person of the article whose full name `words` are.
    private func fullName(_ words: Range<Int>, _ text: AnnotatedText) -> String? {
        guard NameParts.isFullName(words, of: text.words) else { return nil }
        return byFullName[NameParts.key(words, of: text.words)].map { people[$0].name }
    }

    /// The one person of the article whose short form `words` are.
    private func person(_ words: Range<Int>, _ text: AnnotatedText) -> String? {
        guard case .person(let person)? = short[NameParts.key(words, of: text.words)] else { return nil }
        return people[person].name
    }

    private func isSpeaker(_ index: Int, _ text: AnnotatedText) -> Bool {
        index + 1 < text.words.count && text.joins(index + 1) && text.words[index + 1].traits.contains(.speech)
    }

    private func mention(_ type: EntityType, _ name: String, _ words: Range<Int>, _ text: AnnotatedText) -> Mention {
        let end = text.words[words.upperBound - 1].range.upperBound
        return Mention(type: type, name: name, range: text.words[words.lowerBound].range.lowerBound..<end)
    }
}
