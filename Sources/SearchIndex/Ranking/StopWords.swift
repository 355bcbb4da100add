/// Words that a query is better without: articles, pronouns, prepositions, auxiliaries and the like of English.
///
/// Every word is in the index; these are only dropped from plain words of a query (`Query.withoutStopWords`). Their weight
/// is small, but there are many of them in a question, and walking their lists is most of its work.
enum StopWords {
    /// - Parameter word: in small letters.
    static func contains(_ word: String) -> Bool { all.contains(word.replacing("’", with: "'")) }

    /// The index terms of the stop words.
    static func terms(_ analyzer: Analyzer) throws(SearchIndexError) -> Set<[UInt8]> {
        var terms: Set<[UInt8]> = []
        for word in all { terms.formUnion(try QueryTokens.terms(of: word, analyzer: analyzer)) }
        return terms
    }

    static let all: Set<String> = Set(
        """
        a an the this that these those such same
        i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
        herself it its itself they them their theirs themselves one someone anyone everyone something anything everything
        and or but nor so yet if because although though unless until while since whether as than
        of in on at by for with without within about against between among into onto through during before after above
        below under over to from up down out off upon toward towards via per
        am is are was were be been being do does did doing done have has had having can could may might must shall should
        will would ought
        not no only own too very just also even still ever never again already almost quite rather
        who whom whose which what when where why how
        here there then now once further more most much many few less least some any all both each every either neither
        other others another several
        i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll we're we've we'll we'd
        they're they've they'll they'd that's there's here's what's who's where's how's let's isn't aren't wasn't weren't
        don't doesn't didn't haven't hasn't hadn't can't cannot couldn't won't wouldn't shouldn't mustn't
        """
        .split(whereSeparator: \.isWhitespace).map(String.init))
}
