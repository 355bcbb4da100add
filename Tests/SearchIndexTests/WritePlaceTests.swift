import Foundation
import Logging
import TestSupport
import Testing

@testable import SearchIndex

/// How many requests may wait for the writer.
@Suite struct WritePlaceTests {
    @Test func whatFindsNoPlaceIsRefusedAndWhatHasOneIsDone() async throws {
        try await TestIndex.with(writesWaiting: 3) { test in
            try await test.ingest(Samples.harbor)
            let index = test.index
            let (begun, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            // The writer's own thread is kept at work on this.
            let work = Task {
                try await index.writer.correct { _ throws(SearchIndexError) in
                    begun.signal()
                    release.wait()
                    return []
                }
            }
            await withCheckedContinuation { done in
                Thread.detachNewThread {
                    begun.wait()
                    done.resume()
                }
            }
            let deletions = ["h/1", "h/2"].map { id in Task { try await index.delete(ids: [id]) } }
            // A place of its own, as a stream of articles has one while it is read.
            var place: WritePlace?
            while place == nil {
                // Until both deletions have theirs, there is room for more than one.
                place = try index.writePlace()
                if (try? index.writePlace()) != nil { place = nil }
                await Task.yield()
            }
            func isBusy(_ body: () async throws -> Void) async -> Bool {
                do { try await body() } catch { return (error as? SearchIndexError)?.code == .busy }
                return false
            }
            #expect(await isBusy { _ = try index.writePlace() })
            #expect(await isBusy { _ = try await index.delete(ids: ["h/3"]) })
            #expect(await isBusy { _ = try await index.undoCorrections(nil) })
            #expect(try await test.ids(SearchQuery("harbor")).count > 1)

            release.signal()
            _ = try await work.value
            for deletion in deletions { #expect(try await deletion.value == [true]) }
            place = nil
            #expect(try await index.delete(ids: ["h/3"]) == [true])
            #expect(index.status().articles == 1)
        }
    }
}
