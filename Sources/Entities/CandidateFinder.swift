/// Walks over a text once and cuts it into candidates, the longest known name first.
struct CandidateFinder {
    private let text: AnnotatedText
    private let gazetteer: Gazetteer
    private let typer: CandidateTyper
    private var found: [Candidate] = []
    /// The title that ends right before the word the walk is at.
    private var title: Range<Int>?

    /// The candidates of `text`, ascending, not overlapping.
    static func candidates(in text: AnnotatedText, gazetteer: Gazetteer) -> [Candidate] {
        var finder = CandidateFinder(text: text, gazetteer: gazetteer)
        var index = finder.dateline()
        while index < text.words.count { index = max(index + 1, finder.step(index)) }
        return finder.found
    }

    private init(text: AnnotatedText, gazetteer: Gazetteer) {
        self.text = text
        self.gazetteer = gazetteer
        typer = CandidateTyper(text: text, gazetteer: gazetteer)
    }

    /// Takes in what begins at word `start`. Returns the word to go on with.
    private mutating func step(_ start: Int) -> Int {
        let title = text.joins(start) ? title : nil
        self.title = nil
        if let match = typer.match(at: start) {
            switch gazetteer.entries[Int(match.entry)].kind {
            case .title:
                self.title = match.words
                return match.words.upperBound
            case .nothing: return match.words.upperBound
            case .demonym, .entity: return known(match, title: title)
            }
        }
        guard text.words[start].isNameWord else { return start + 1 }
        return unknown(start, title: title)
    }

    /// `match`, unless it is the front of a longer name: `Jordan` of `Jordan Peterson`, `Israel` of `Israel Railways`.
    private mutating func known(_ match: GazetteerMatch, title: Range<Int>?) -> Int {
        let end = typer.run(from: match.words.lowerBound).upperBound
        let run = match.words.lowerBound..<max(end, match.words.upperBound)
        if let longer = typer.longer(than: match, in: run, title: title) {
            return add(longer.words, .typed(longer.type))
        }
        if typer.isThing(match, in: run) { return run.upperBound }
        _ = add(match.mention, .known(match.entry))
        return match.words.upperBound
    }

    private mutating func unknown(_ start: Int, title: Range<Int>?) -> Int {
        let run = typer.run(from: start)
        if let name = typer.typed(run, title: title) { return add(name.words, .typed(name.type)) }
        guard !text.isOrdinary(start) else { return start + 1 }
        var end = start + 1
        while end < run.upperBound, typer.match(at: end) == nil { end += 1 }
        return add(start..<end, .open)
    }

    private mutating func add(_ words: Range<Int>, _ reading: Candidate.Reading) -> Int {
        found.append(Candidate(words: words, reading: reading))
        return words.upperBound
    }

    /// Takes in a dateline in capitals at the start of the text, such as `SALVADOR, Feb 26 -` or `NUUK (Reuters) -`,
    /// when its place is not a known one. Returns the word to go on with.
    private mutating func dateline() -> Int {
        var end = 0
        while end < min(4, text.words.count), text.words[end].shape == .capitals, end == 0 || text.joins(end) {
            end += 1
        }
        guard end > 0, end < text.words.count, typer.match(at: 0) == nil else { return 0 }
        switch text.words[end].gap {
        case .comma:
            guard text.words[end].traits.contains(.month) || typer.isPlace(at: end) else { return 0 }
        case .parenthesis:
            guard let agency = typer.match(at: end),
                gazetteer.entries[Int(agency.entry)].type == .organization
            else { return 0 }
        default: return 0
        }
        return add(0..<end, .typed(.place))
    }
}
