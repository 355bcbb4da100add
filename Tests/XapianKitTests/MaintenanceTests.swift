import Foundation
import TestSupport
import Testing
import XapianKit

@Suite struct MaintenanceTests {
    private func make(_ path: String, _ texts: [String]) throws {
        let writer = try WritableDatabase(path: path, mode: .createOrOverwrite, synchronous: false)
        try Fixture.add(texts, to: writer)
        try writer.setMetadata(bytes(path), for: bytes("who"))
        try writer.close()
    }

    @Test func compactMergesSegments() throws {
        try TestSupport.withTemporaryFolder { folder in
            let segments = (1...5).map { "\(folder)/segment\($0)" }
            for (number, path) in segments.enumerated() {
                try make(path, (0..<100).map { "all s\(number) w\($0)" })
            }
            let merged = "\(folder)/merged"
            try Maintenance.compact(sources: segments, destination: merged, renumber: true)
            let database = try Database(path: merged)
            #expect(try database.statistics().documentCount == 500)
            #expect(try database.statistics().lastDocid == 500)
            #expect(try database.matchingDocids(.term(bytes("s3"))) == Array(301...400))
            #expect(try database.matchingDocids(.term(bytes("w7"))) == [8, 108, 208, 308, 408])
            #expect(try database.data(docid: 308) == bytes("all s3 w7"))
            #expect(try database.metadata(bytes("who")) == bytes(segments[0]))
            #expect(try database.uuid() != Database(path: segments[0]).uuid())
            #expect(try Maintenance.check(path: merged).errorCount == 0)
            #expect(
                code { try Maintenance.compact(sources: segments, destination: merged + "2") } == .invalidOperation)
        }
    }

    @Test func compactKeepsDocids() throws {
        try TestSupport.withTemporaryFolder { folder in
            let writer = try WritableDatabase(path: "\(folder)/db", mode: .create)
            try Fixture.add(["a", "b", "c"], to: writer)
            try writer.delete(docid: 1)
            try writer.commit()
            // Beside an open writer, of which the last commit counts.
            try Fixture.add(["pending"], to: writer)
            try Maintenance.compact(sources: ["\(folder)/db"], destination: "\(folder)/compact")
            let database = try Database(path: "\(folder)/compact")
            #expect(try database.statistics().documentCount == 2)
            #expect(try database.data(docid: 3) == bytes("c"))
        }
    }

    /// Docids of a renumbered merge begin at the first used one, so a place that is kept by an empty document stays kept.
    @Test func copiesKeptPlacesAndExchange() throws {
        try TestSupport.withTemporaryFolder { folder in
            let (one, other, merged) = ("\(folder)/one", "\(folder)/other", "\(folder)/merged")
            try make(one, ["a", "b"])
            try make(other, ["c"])
            let source = try Database(path: one)
            let writer = try WritableDatabase(path: other, mode: .open)
            #expect(try writer.addCopy(of: 2, from: source) == 2)
            #expect(code { try writer.addCopy(of: 3, from: source) } == .documentNotFound)
            try writer.put(Document(), docid: 5)
            try writer.delete(docid: 1)
            try writer.commit()
            #expect(try writer.data(docid: 2) == bytes("b") && writer.statistics().lastDocid == 5)
            try Maintenance.compact(sources: [other, one], destination: merged, renumber: true)
            #expect(try Database(path: merged).matchingDocids(.term(bytes("b"))) == [1, 6])

            try Maintenance.sync(folder: merged)
            try Maintenance.exchange(one, merged)
            #expect(try Database(path: one).statistics().documentCount == 4)
            // A reader that was open reads on in what it opened.
            #expect(try source.statistics().documentCount == 2 && source.data(docid: 1) == bytes("a"))
            #expect(try Database(path: merged).statistics().documentCount == 2)
            #expect(code { try Maintenance.exchange(one, folder + "/none") } == .database)
            #expect(code { try Maintenance.sync(folder: folder + "/none") } == .database)
        }
    }

    @Test func checkReports() throws {
        try Fixture.withTexts(["a b", "b c"]) { _, path in
            let report = try Maintenance.check(path: path)
            #expect(report.errorCount == 0)
            #expect(report.text.contains("postlist"))
        }
    }

    @Test func version() {
        #expect(XapianLibrary.version.split(separator: ".").count >= 3)
    }

    /// Xapian's check may crash on damage; it takes no other process with it, and is reported as damage.
    @Test func aCheckOfDamageEndsNothing() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/db"
            let texts = (0..<60).map { text in (0..<40).map { "w\(text * 7 + $0 * $0)" }.joined(separator: " ") }
            try make(path, texts)
            let file = URL(filePath: path + "/termlist.glass")
            let sound = Array(try Data(contentsOf: file))
            var random = SplitMix(seed: 3)
            var found = 0
            for _ in 0..<300 {
                var damaged = sound
                for _ in 0..<4 {
                    let place = Int.random(in: 0..<sound.count, using: &random)
                    damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
                try Data(damaged).write(to: file)
                do { found += try Maintenance.check(path: path).errorCount > 0 ? 1 : 0 } catch {
                    #expect([.database, .databaseCorrupt].contains((error as? XapianError)?.code))
                    found += 1
                }
            }
            #expect(found > 100)
            try Data(sound).write(to: file)
            #expect(try Maintenance.check(path: path).errorCount == 0)
            #expect(try Maintenance.check(path: path + "/termlist.glass").errorCount == 0)
        }
    }
}
