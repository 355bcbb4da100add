import Foundation
import Logging
import TestSupport

@testable import DatelineAPI
@testable import DatelineServer
@testable import SearchIndex
@testable import XapianKit

extension DatelineFuzz {
    /// Searches, as a client asks for them, of a real index.
    ///
    /// In `after`, what stands behind a `~` takes the place of the numbers of a true cursor of the same query.
    static let searches = FuzzTarget(
        name: "searches",
        seeds: Seeds.lines("queries.tsv").prefix(8).map {
            "q=" + PercentEncoding.encode(String($0.split(separator: "\t").last ?? ""))
        } + [
            "q=peace+talks&facet=person&facet=date.month:3&sort=newest&limit=2&explain=1&score_parts=1",
            "q=*&by=story&facet=place&score=lift",
            "q=ba*+azerbajan~1&match=any&after=~5-3ff0000000000000-3", "like=the+accords+in+baku&by=passage",
            "q=%22white+house%22+NEAR%2F5+talks&where=place=Baku",
            "q=a&since=2024&until=2025&without=source=Reuters&ranking=bm25&feedback=false",
        ],
        words: [
            "q=", "&facet=person", "&facet=date.year", "&by=story", "&by=passage", "&match=any", "&match=all",
            "&sort=oldest", "&limit=", "&where=person=",
            "&after=~", "9223372036854775807", "-3ff0000000000000-1", "&like=", "&similar_to=", "+OR+", "+NEAR+",
            "title%3A", "*", "~1", "%22", "&score=lift", "&explain=1",
        ]
    ) { input in
        guard let text = String(validating: input, as: UTF8.self), let request = try? SearchRequest(queryString: text),
            var query = try? SearchQuery(request, limits: ServerLimits())
        else { return }
        if let after = query.after, after.hasPrefix("~") {
            query.after = nil
            let limit = query.limit
            query.limit = 1
            guard let next = answer(query)?.next?.split(separator: "-"), let first = next.first, let last = next.last
            else { return }
            query.limit = limit
            query.after = "\(first)-\(after.dropFirst())-\(last)"
        }
        guard let result = answer(query) else { return }
        require(result.hits.count <= query.limit, "more hits than asked for")
        for hit in result.hits { require(!hit.id.isEmpty, "a hit without id") }
        _ = JSON.write(SearchReply(result, text: request.q, tookMs: 0))
    }

    private static func answer(_ query: SearchQuery) -> SearchResult? {
        let index = index
        return waiting { try? await index.search(query) }
    }

    /// An index of the sample articles, with names by gazetteers.
    private static let index: Index = waiting {
        let folder = Scratch.folder("searches")
        var configuration = Index.Configuration(
            path: folder + "/db", gazetteers: TestSupport.checkout + "/index/gazetteers", model: nil)
        configuration.threads = 1
        var logger = Logger(label: "fuzz")
        logger.logLevel = .critical
        guard let index = try? await Index(configuration, logger: logger) else { fatalError("no index can be made") }
        let bodies =
            Seeds.files("desk", ".md").enumerated().map {
                ArticleBody(bytes: Array($1.utf8), format: .init(fileName: "a.md")!, name: "\($0)")
            }
            + [
                ArticleBody(
                    bytes: Array(Seeds.lines("wire.ndjson").joined(separator: "\n").utf8), format: .ndjson, name: "wire"
                )
            ]
        let report = await index.ingest(bodies)
        require(report.added > 10, "the sample articles are not in the index")
        return index
    }

    /// Waits for what runs on other threads.
    private static func waiting<R: Sendable>(_ body: @escaping @Sendable () async -> R) -> R {
        let box = Box<R>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            box.value = await body()
            done.signal()
        }
        done.wait()
        guard let value = box.value else { fatalError("there is no answer") }
        return value
    }

    private final class Box<R>: @unchecked Sendable {
        // @unchecked Sendable: written before the semaphore is signalled, read after.
        var value: R?
    }

    /// What goes into a Xapian database through the shim comes out again: data, values, terms, metadata, matches.
    static let database = FuzzTarget(name: "database", seeds: ["abc\u{0}def\u{1}ghi", "term\nterm\nvalue"]) { input in
        do {
            let document = try Document()
            let pieces = input.split(separator: 0x0A).map { Array($0) }
            try document.setData(input)
            var terms: Set<[UInt8]> = []
            for (place, piece) in pieces.enumerated() {
                try document.setValue(piece, slot: UInt32(place % 8))
                guard XapianLibrary.canStore(piece) else { continue }
                try document.addPosting(piece, position: UInt32(place) + 1)
                terms.insert(piece)
            }
            let writer = store.writer
            try writer.put(document, docid: 1)
            require(try writer.data(docid: 1) == input, "other data came back")
            for (place, piece) in pieces.enumerated().suffix(8) {
                require(try writer.value(docid: 1, slot: UInt32(place % 8)) == piece, "another value came back")
            }
            let cursor = try writer.terms(docid: 1)
            var found: Set<[UInt8]> = []
            while let entry = try cursor.next() { found.insert(entry.bytes) }
            require(found == terms, "other terms came back")
            for term in terms {
                require(try writer.matchingDocids(try .term(term)) == [1], "a term does not find its document")
                require(!(try writer.positions(of: term, docid: 1).isEmpty), "a term has no position")
            }
            if let key = pieces.first, XapianLibrary.canStore(key) {
                try writer.setMetadata(input, for: key)
                require(try writer.metadata(key) == input, "other metadata came back")
                try writer.setMetadata([], for: key)
            }
        } catch { fatalError("\(error)") }
    }

    private struct Store: @unchecked Sendable {
        // @unchecked Sendable: libFuzzer calls a target on one thread, and nobody else uses the database.
        var writer: WritableDatabase
    }

    private static let store: Store = {
        guard
            let writer = try? WritableDatabase(
                path: Scratch.folder("database") + "/db", mode: .create, synchronous: false)
        else {
            fatalError("no database can be made")
        }
        return Store(writer: writer)
    }()
}
