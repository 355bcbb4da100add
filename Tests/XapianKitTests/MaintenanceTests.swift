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
}
