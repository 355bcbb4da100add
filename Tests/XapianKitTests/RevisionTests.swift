import Testing
import XapianKit

@Suite struct RevisionTests {
    @Test func readerMeetsModifiedAfterTheSecondCommit() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            let texts = (0..<3000).map { "common word\($0) other\($0 % 7)" }
            try Fixture.add(texts, to: writer)
            try writer.commit()
            let database = try Database(path: path)
            let before = try database.statistics()

            try Fixture.add(["common first"], to: writer)
            try writer.commit()
            // One commit later the old revision is still whole.
            #expect(try count(database) == 3000)
            #expect(try database.statistics() == before)

            for text in ["common second", "common third"] {
                try Fixture.add([text], to: writer)
                try writer.commit()
            }
            let met = code { _ = try count(database) }
            #expect(met == .databaseModified)

            #expect(try database.reopen())
            #expect(try count(database) == 3003)
            #expect(try database.statistics().revision == before.revision + 3)
            #expect(try !database.reopen())
        }
    }

    /// Reads every posting of every term, so that no block can be missed.
    private func count(_ database: Database) throws -> Int {
        let terms = try database.terms()
        var block = PostingBlock()
        var common = 0
        while let term = try terms.next() {
            let cursor = try database.postings(term.bytes)
            while try cursor.nextBlock(into: &block) {
                if term.bytes == bytes("common") { common += block.count }
            }
        }
        return common
    }

    @Test func cancelledTransactionLeavesNothing() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try Fixture.add(["kept"], to: writer)
            try writer.setMetadata(bytes("old"), for: bytes("key"))
            try writer.beginTransaction()
            try Fixture.add(["dropped", "dropped too"], to: writer)
            try writer.delete(docid: 1)
            try writer.setMetadata(bytes("new"), for: bytes("key"))
            try writer.addSpelling(bytes("dropped"))
            #expect(try writer.statistics().documentCount == 2)
            #expect(try writer.termFrequency(bytes("dropped")) == 2)
            #expect(try postings(writer, "dropped") == [2, 3])
            try writer.cancelTransaction()
            for database in [writer, try Database(path: path)] {
                #expect(try database.statistics().documentCount == 1)
                #expect(try database.statistics().lastDocid == 1)
                #expect(try database.termFrequency(bytes("dropped")) == 0)
                #expect(try database.metadata(bytes("key")) == bytes("old"))
                #expect(try database.spellings().next() == nil)
                #expect(try database.data(docid: 1) == bytes("kept"))
            }
        }
    }

    @Test func refusedChangesLeaveWhatIsPending() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try writer.beginTransaction()
            try Fixture.add(["a", "b"], to: writer)
            #expect(code { try writer.delete(docid: 77) } == .documentNotFound)
            #expect(code { try writer.delete(uniqueTerm: []) } == .invalidArgument)
            #expect(code { try writer.setMetadata([1], for: Array(repeating: 1, count: 300)) } == .invalidArgument)
            #expect(code { _ = try writer.data(docid: 77) } == .documentNotFound)
            #expect(code { try writer.addSpelling([]) } == .invalidArgument)
            try writer.commitTransaction()
            #expect(try Database(path: path).statistics().documentCount == 2)
        }
    }

    @Test func transactionIsOneCommit() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            let reader = try Database(path: path)
            let before = try reader.statistics().revision
            try writer.beginTransaction()
            try Fixture.add(["a", "a"], to: writer)
            try reader.reopen()
            #expect(try reader.statistics().documentCount == 0)
            try writer.commitTransaction()
            try reader.reopen()
            #expect(try reader.statistics().documentCount == 2)
            #expect(try reader.statistics().revision == before + 1)
        }
    }

    @Test func closingCommitsAndUnlocks() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try Fixture.add(["a"], to: writer)
            try writer.close()
            try writer.close()
            let second = try WritableDatabase(path: path, mode: .open)
            #expect(try second.statistics().documentCount == 1)
            try second.beginTransaction()
            try Fixture.add(["b"], to: second)
            try second.close()
            #expect(try Database(path: path).statistics().documentCount == 1)
        }
    }

    private func postings(_ database: Database, _ term: String) throws -> [UInt32] {
        var block = PostingBlock(withNumbers: false)
        let cursor = try database.postings(bytes(term))
        return try cursor.nextBlock(into: &block) ? Array(block.docids.prefix(block.count)) : []
    }
}
