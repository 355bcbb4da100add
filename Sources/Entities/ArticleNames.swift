/// The names of an article that are no people's, by their words, and the acronyms that stand for them.
struct ArticleNames {
    struct Identity: Equatable {
        var type: EntityType
        var name: String
    }

    /// How the article prints a name; one in capitals gives way to another.
    private struct Printed {
        var identity: Identity
        var isShouted: Bool
    }

    private var byWords: [UInt64: Printed] = [:]
    /// Acronyms that the article defines.
    private var defined: [UInt64: Identity] = [:]
    /// Acronyms that it does not define but may use; nil for one that fits two names.
    private var implied: [UInt64: Identity?] = [:]

    /// Learns the name `words`, which is `given` when someone says so.
    mutating func register(_ words: Range<Int>, _ type: EntityType, named given: String?, of text: AnnotatedText) {
        let key = Self.key(words, of: text)
        let printed = Printed(
            identity: Identity(type: type, name: given ?? Self.surface(words, type, of: text)),
            isShouted: given == nil && words.contains { text.words[$0].style == .capitals })
        if byWords[key].map({ $0.isShouted && !printed.isShouted }) ?? true { byWords[key] = printed }
        registerAcronyms(of: words, printed.identity, of: text)
    }

    /// Learns the acronyms that stand for `words`, which name `identity`.
    mutating func registerAcronyms(of words: Range<Int>, _ identity: Identity, of text: AnnotatedText) {
        if let acronym = Acronym.definition(of: words, in: text) {
            let key = NameParts.key(acronym..<acronym + 1, of: text.words)
            if defined[key] == nil { defined[key] = identity }
        }
        guard identity.type == .organization else { return }
        for key in Acronym.keys(of: words, in: text) {
            if let other = implied[key], other != identity {
                implied[key] = .some(nil)
            } else {
                implied[key] = identity
            }
        }
    }

    /// What `words` name when they are an acronym that the article defines.
    func definition(of words: Range<Int>, in text: AnnotatedText) -> Identity? {
        guard words.count == 1, Acronym.isAcronym(words.lowerBound, in: text) else { return nil }
        return defined[NameParts.key(words, of: text.words)]
    }

    /// What `words`, labelled `type`, name.
    func identity(_ words: Range<Int>, _ type: EntityType, of text: AnnotatedText) -> Identity {
        let key = Self.key(words, of: text)
        if type == .organization, words.count == 1, Acronym.isAcronym(words.lowerBound, in: text),
            case .some(.some(let identity)) = implied[key]
        {
            return identity
        }
        if let printed = byWords[key], printed.identity.type == type { return printed.identity }
        return Identity(type: type, name: Self.surface(words, type, of: text))
    }

    /// What `words` name that nothing gave a type.
    func identity(_ words: Range<Int>, of text: AnnotatedText) -> Identity? {
        byWords[Self.key(words, of: text)]?.identity
    }

    private static func surface(_ words: Range<Int>, _ type: EntityType, of text: AnnotatedText) -> String {
        Surface.name(
            withoutArticle(words, text), of: text,
            // A town in capitals opens a dateline; elsewhere capitals are an acronym's.
            hasAcronyms: type != .place || !text.words[words.lowerBound].opensSentence)
    }

    private static func key(_ words: Range<Int>, of text: AnnotatedText) -> UInt64 {
        NameParts.key(withoutArticle(words, text), of: text.words)
    }

    /// `words` without a `The` in front, which says nothing, save in `The Who`.
    static func withoutArticle(_ words: Range<Int>, _ text: AnnotatedText) -> Range<Int> {
        let rest = words.dropFirst()
        guard text.words[words.lowerBound].hash == the, let first = rest.first,
            rest.count > 1 || text.words[first].traits.isDisjoint(with: [.stop, .common])
        else { return words }
        return rest
    }

    static let the = WordHash.hash(Array("the".utf8))
}
