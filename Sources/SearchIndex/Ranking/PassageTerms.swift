/// The terms of one passage, in its text and in its headline, and how often each stands there.
struct PassageTerms {
    var text: [[UInt8]: UInt32] = [:]
    var title: [[UInt8]: UInt32] = [:]
}

extension IndexReader {
    /// The terms of a passage, read from its term list.
    func terms(of docid: UInt32) throws(SearchIndexError) -> PassageTerms {
        var terms = PassageTerms()
        try forEachTerm(of: docid) { term, count in
            guard let first = term.first else { return }
            // Terms of the text have no prefix, and no capital: they are folded. The others' prefixes are capitals.
            if !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
                terms.text[term] = count
            } else if term.starts(with: PlanCompiler.titlePrefix), count > 0 {
                terms.title[Array(term.dropFirst(PlanCompiler.titlePrefix.count))] = count
            }
        }
        return terms
    }
}
