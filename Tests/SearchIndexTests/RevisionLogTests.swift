import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// Which passages came when, also after the process was cut off.
@Suite struct RevisionLogTests {
    private func entry(_ revision: UInt64, _ docid: UInt32) -> RevisionLog.Entry {
        RevisionLog.Entry(revision: revision, lastDocid: docid)
    }

    @Test func itTellsWhatCameAfterARevision() throws {
        try TestSupport.withTemporaryFolder { (folder: String) throws in
            let log = RevisionLog(path: folder + "/revisions", uuid: "u", newest: entry(5, 10))
            for commit in [entry(6, 14), entry(7, 14), entry(9, 20)] { log.note(commit) }
            #expect(try log.passages(after: 5, through: 9) == 11...20)
            #expect(try log.passages(after: 5, through: 6) == 11...14)
            #expect(try log.passages(after: 6, through: 7) == nil)
            #expect(try log.passages(after: 8, through: 9) == 15...20)
            #expect([11, 14, 15, 20].map { log.revision(of: $0) } == [6, 6, 9, 9])
            for revision: UInt64 in [4, 10] {
                let error = #expect(throws: SearchIndexError.self) { try log.passages(after: revision, through: 9) }
                #expect(error?.code == .stale)
            }
        }
    }

    @Test func itOutlivesTheProcess() throws {
        try TestSupport.withTemporaryFolder { (folder: String) throws in
            let path = folder + "/revisions"
            let first = RevisionLog(path: path, uuid: "u", newest: entry(1, 0))
            first.note(entry(2, 4))
            #expect(try RevisionLog(path: path, uuid: "u", newest: entry(2, 4)).passages(after: 1, through: 2) == 1...4)
            // A line was cut off, and two commits were not written down.
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try (text + "3 9").write(toFile: path, atomically: false, encoding: .utf8)
            let second = RevisionLog(path: path, uuid: "u", newest: entry(4, 12))
            #expect(try second.passages(after: 2, through: 4) == 5...12)
            #expect(second.revision(of: 9) == 4)
            // What another index, damage or an older database left says nothing.
            for (uuid, text) in [("v", text), ("u", text + "x\n"), ("u", text + "9 30\n")] {
                try text.write(toFile: path, atomically: false, encoding: .utf8)
                let log = RevisionLog(path: path, uuid: uuid, newest: entry(5, 12))
                #expect(throws: SearchIndexError.self) { try log.passages(after: 2, through: 5) }
                #expect(try log.passages(after: 5, through: 5) == nil)
            }
        }
    }

    @Test func whatIsMadeAnewIsNoNews() throws {
        try TestSupport.withTemporaryFolder { (folder: String) throws in
            let path = folder + "/revisions"
            let log = RevisionLog(path: path, uuid: "u", newest: entry(5, 10))
            log.note(entry(6, 20))
            log.beginRemaking()
            log.note(entry(7, 40))
            // The process may end here.
            let cut = RevisionLog(path: path, uuid: "u", newest: entry(7, 40))
            #expect(try cut.passages(after: 6, through: 7) == nil)
            log.endRemaking()
            log.note(entry(8, 44))
            #expect(try log.passages(after: 6, through: 8) == 41...44)
            #expect(throws: SearchIndexError.self) { try log.passages(after: 5, through: 8) }
        }
    }
}
