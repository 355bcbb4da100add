/// The people whom an article names in full, and what stands for them in it: `Witkoff`, `Xi`, `S. Witkoff`.
///
/// Two different full names are never one person; what could stand for two people stands for none.
struct ArticlePeople {
    /// One of the ways in which a person's name is printed, which differ in initials.
    private struct Variant {
        var initials: UInt64
        var name: String
        /// In capitals, so that another spelling is preferred.
        var isShouted: Bool
    }

    private struct Person {
        var variants: [Variant]
        /// The first letter, in lower case.
        var initial: UInt8

        /// `John F. Kelly` and `John G. Kelly` are two, and nobody knows which of them `John Kelly` is.
        var name: String? {
            if variants.count(where: { $0.initials != 0 }) > 1 { return nil }
            return (variants.first { $0.initials == 0 } ?? variants[0]).name
        }
    }

    /// What a short form stands for.
    private enum Short {
        case person(Int)
        /// Two different people share it.
        case ambiguous
    }

    private var people: [Person] = []
    private var byFullName: [UInt64: Int] = [:]
    private var byEntry: [Int32: Int] = [:]
    /// By surname, and by the short forms of the gazetteer.
    private var bySurname: [UInt64: Short] = [:]
    /// By other parts of the name.
    private var byPart: [UInt64: Short] = [:]
    /// Names of which there is but an initial, by surname.
    private var byInitialed: [UInt64: Short] = [:]

    /// Learns the known person `entry`, whom `words` name.
    mutating func register(_ entry: Int32, _ known: GazetteerEntry, at words: Range<Int>, of text: AnnotatedText) {
        let person: Int
        if let index = byEntry[entry] {
            person = index
        } else {
            person = people.count
            byEntry[entry] = person
            let initial = known.name.utf8.first ?? 0
            people.append(
                Person(variants: [Variant(initials: 0, name: known.name, isShouted: false)], initial: initial | 0x20))
            for form in known.shortForms { Self.add(form, person, to: &bySurname) }
        }
        guard NameParts.isFullName(words, of: text.words) else { return }
        for form in NameParts.shortForms(words, of: text.words) { Self.add(form, person, to: &byPart) }
    }

    /// Learns the full name `words`, which is `given` when someone says so.
    mutating func register(_ words: Range<Int>, named given: String?, of text: AnnotatedText) {
        guard NameParts.isFullName(words, of: text.words) else { return }
        let key = NameParts.key(words, of: text.words)
        let variant = Variant(
            initials: given == nil ? NameParts.initials(words, of: text.words) : 0,
            name: given ?? Surface.name(words, of: text, hasAcronyms: false),
            isShouted: given == nil && words.allSatisfy { text.words[$0].shape == .capitals })
        if let index = byFullName[key] {
            if let known = people[index].variants.firstIndex(where: { $0.initials == variant.initials }) {
                if people[index].variants[known].isShouted { people[index].variants[known] = variant }
            } else {
                people[index].variants.append(variant)
            }
            return
        }
        let person = people.count
        byFullName[key] = person
        people.append(
            Person(variants: [variant], initial: text.bytes[text.words[words.lowerBound].range.lowerBound] | 0x20))
        guard let surname = NameParts.surname(words, of: text.words) else { return }
        let form = NameParts.key(surname, of: text.words)
        if NameParts.isInitialed(words, of: text.words) { return Self.add(form, person, to: &byInitialed) }
        Self.add(form, person, to: &bySurname)
        for form in NameParts.shortForms(words, of: text.words) { Self.add(form, person, to: &byPart) }
    }

    private static func add(_ form: UInt64, _ person: Int, to forms: inout [UInt64: Short]) {
        if case .person(let other)? = forms[form], other != person {
            forms[form] = .ambiguous
        } else if forms[form] == nil {
            forms[form] = .person(person)
        }
    }

    /// The canonical name of the one person whom `words` name, in full or in short; nil when they name none or several.
    func name(_ words: Range<Int>, of text: AnnotatedText) -> String? {
        NameParts.isFullName(words, of: text.words) ? fullName(words, of: text) : shortName(words, of: text)
    }

    private func fullName(_ words: Range<Int>, of text: AnnotatedText) -> String? {
        if NameParts.isInitialed(words, of: text.words), let surname = NameParts.surname(words, of: text.words),
            case .person(let index)? = bySurname[NameParts.key(surname, of: text.words)],
            text.bytes[text.words[words.lowerBound].range.lowerBound] | 0x20 == people[index].initial,
            let name = people[index].name
        {
            return name
        }
        guard let index = byFullName[NameParts.key(words, of: text.words)] else { return nil }
        if let name = people[index].name { return name }
        let initials = NameParts.initials(words, of: text.words)
        return people[index].variants.first { $0.initials == initials }?.name
    }

    private func shortName(_ words: Range<Int>, of text: AnnotatedText) -> String? {
        let whole = NameParts.key(words, of: text.words)
        let bare = NameParts.key(NameParts.withoutParticles(words, of: text.words), of: text.words)
        for forms in [bySurname, byPart, byInitialed] {
            switch forms[whole] ?? forms[bare] {
            case .person(let index)?: return people[index].name
            case .ambiguous?: return nil
            case nil: continue
            }
        }
        return nil
    }
}
