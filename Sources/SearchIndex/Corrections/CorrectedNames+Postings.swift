extension CorrectedNames {
    /// The passages that have `name` after corrections: those of all names that may mean it, where they do.
    /// - Parameter read: gives the passages of a name as they were written.
    /// - Throws: what `read` throws; `SearchIndexError.interrupted`.
    func postings(
        of name: EntityName, until deadline: Deadline, read: (EntityName) throws(SearchIndexError) -> Postings
    ) throws(SearchIndexError) -> Postings {
        guard isEnd(name) else { return .empty }
        var lists: [Postings] = []
        for source in rules.sources(of: name) {
            let always = means(source, name)
            if always == false { continue }
            let list = try read(source)
            if list.count == 0 { continue }
            if always == true {
                lists.append(list)
                continue
            }
            let builder = PostingsBuilder(capacity: list.count)
            for index in 0..<list.count {
                if index % Pace.stride == 0 { try deadline.check() }
                let docid = list.docids[index]
                if means(source, name, in: docid) { builder.append(docid, wdf: 1) }
            }
            lists.append(builder.build())
        }
        return lists.isEmpty ? .empty : try .merged(lists, until: deadline)
    }
}
