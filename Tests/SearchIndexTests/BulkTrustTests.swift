import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// Segments that are written whole hold what Xapian's own do, and a load can do without them.
@Suite struct BulkTrustTests {
    @Test func theLinkedXapianReadsWhatIsWrittenWhole() throws {
        try TestSupport.withTemporaryFolder { folder in
            #expect(BulkTrust.doubt(in: folder + "/load") == nil)
            #expect(FileTree.names(in: folder + "/load") == [], "the self-test leaves nothing")
            let reason = try #require(BulkTrust.doubt(in: folder + "/none/load"))
            #expect(reason.contains("cannot be made"), "\(reason)")
        }
    }

    @Test func aDifferenceIsSeen() throws {
        try TestSupport.withTemporaryFolder { folder in
            func contents(_ name: String, _ word: String, _ value: String) throws -> DatabaseContents {
                let database = try BulkDatabase(path: folder + "/" + name)
                try database.begin(docid: 1)
                try database.addPosting(Array(word.utf8), position: 2)
                try database.setValue(Array(value.utf8), slot: 3)
                try database.finish(synchronous: false)
                return try DatabaseContents(Database(path: folder + "/" + name), slots: [3])
            }
            let one = try contents("a", "word", "value")
            #expect(try one == contents("b", "word", "value"))
            #expect(try one != contents("c", "wore", "value"))
            #expect(try one != contents("d", "word", "other"))
        }
    }

    @Test func aLoadThroughXapiansInterfaceHoldsTheSame() async throws {
        var limits = LoadTests.limits(segments: 100)
        limits.plainSegment = 40
        var contents: [IndexContents] = []
        for writesWhole in [true, false] {
            limits.writesWhole = writesWhole
            contents.append(
                try await TestIndex.with(load: limits) { test in
                    let report = await LoadTests.stream(Samples.random(300, seed: 5), into: test.index)
                    #expect(report.failures.isEmpty && report.added > 200)
                    return try IndexContents(test)
                })
        }
        #expect(contents[0].differences(from: contents[1], docids: true) == [])
    }
}
