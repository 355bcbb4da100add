import Foundation
import TestSupport
import Testing
import XapianKit

/// One test for each status that a caller can bring about. The others cannot be met through this module:
/// - `.assertion`, `.internal`, `.logic`, `.runtime`, `.standardException`, `.unknownException` need a defect in Xapian or
///   a newer Xapian; `.outOfMemory` needs memory to run out; `.nullArgument` needs a defect in this module;
/// - `.network`, `.networkTimeout`: databases on other hosts are not opened; `.featureUnavailable`: nor other backends;
/// - `.queryParser`, `.wildcard`, `.range`, `.serialisation`: the parts of Xapian that throw these are not called.
/// The shim's own tests throw each of them inside its guard (`CShims/Tests/guard_test.cc`).
@Suite struct ErrorTests {
    @Test func databaseNotFound() throws {
        try Fixture.withPath { path in
            #expect(code { _ = try Database(path: path) } == .databaseNotFound)
            #expect(code { _ = try WritableDatabase(path: path, mode: .open) } == .databaseNotFound)
            let compact = code { try Maintenance.compact(sources: [path], destination: path + "2") }
            #expect(compact == .databaseNotFound)
        }
    }

    @Test func databaseOpening() throws {
        try Fixture.withPath { path in
            #expect(code { _ = try Maintenance.check(path: path) } == .databaseOpening)
        }
    }

    @Test func databaseCreate() throws {
        try Fixture.withTexts([]) { _, path in
            #expect(code { _ = try WritableDatabase(path: path, mode: .create) } == .databaseCreate)
            let orphan = path + "/no/parent"
            #expect(code { _ = try WritableDatabase(path: orphan, mode: .createOrOpen) } == .databaseCreate)
        }
    }

    @Test func databaseLock() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create)
            #expect(code { _ = try WritableDatabase(path: path, mode: .open) } == .databaseLock)
            try writer.close()
            // A program that another test starts at this moment holds copies of this process's descriptors, and with
            // them the lock, until it runs.
            var opened: WritableDatabase?
            for _ in 0..<3_000 where opened == nil {
                opened = try? WritableDatabase(path: path, mode: .open)
                if opened == nil { Thread.sleep(forTimeInterval: 0.02) }
            }
            #expect(opened != nil)
        }
    }

    @Test func databaseClosed() throws {
        try Fixture.withTexts(["a"]) { database, _ in
            try database.close()
            #expect(code { _ = try database.data(docid: 1) } == .databaseClosed)
            #expect(code { _ = try database.reopen() } == .databaseClosed)
        }
    }

    @Test func databaseVersionAndCorrupt() throws {
        try Fixture.withTexts(["a"]) { _, path in
            let root = URL(filePath: "\(path)/iamglass")
            var contents = try Data(contentsOf: root)
            contents[14] ^= 0x55
            try contents.write(to: root)
            #expect(code { _ = try Database(path: path) } == .databaseVersion)
        }
        try Fixture.withTexts(["a"]) { _, path in
            let table = URL(filePath: "\(path)/postlist.glass")
            try Data(repeating: 0xff, count: 8192).write(to: table)
            #expect(code { _ = try Database(path: path) } == .databaseCorrupt)
            try Data().write(to: table)
            #expect(code { _ = try Database(path: path) } == .database)
        }
    }

    @Test func documentNotFound() throws {
        try Fixture.withTexts(["a"]) { database, path in
            #expect(code { _ = try database.data(docid: 2) } == .documentNotFound)
            #expect(code { _ = try database.value(docid: 2, slot: 0) } == .documentNotFound)
            #expect(code { _ = try database.length(docid: 2) } == .documentNotFound)
            #expect(code { _ = try database.terms(docid: 2) } == .documentNotFound)
        }
    }

    @Test func invalidArgument() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create)
            let document = try Document()
            let refused: [() throws -> Void] = [
                { _ = try Database(path: "/tmp\0/x") },
                { _ = try WritableDatabase(path: "/tmp\0/x", mode: .create) },
                { _ = try writer.data(docid: 0) },
                { _ = try writer.metadata([]) },
                { try writer.setMetadata([1], for: []) },
                { try writer.setMetadata([1], for: Array(repeating: 1, count: 300)) },
                { try writer.delete(uniqueTerm: []) },
                { try writer.replace(uniqueTerm: [], with: document) },
                { try writer.delete(docid: 0) },
                { try document.addTerm([]) },
                { try document.addTerm(Array(repeating: 1, count: 246)) },
                { try document.setValue([1], slot: .max) },
                { try writer.addSpelling(Array(repeating: 1, count: 246)) },
                { _ = try XapianQuery.all().scaled(by: -1) },
                { _ = try XapianQuery.all().scaled(by: .nan) },
                { _ = try Stemmer(language: "volapuk") },
                { try Maintenance.compact(sources: [], destination: path) },
                { try Maintenance.compact(sources: [path], destination: path) },
            ]
            for (index, refuse) in refused.enumerated() {
                #expect(code(refuse) == .invalidArgument, "number \(index)")
            }
        }
    }

    @Test func storableTerms() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create)
            for term in [[1], [0], Array(repeating: 1, count: 245), Array(repeating: 0, count: 122)] as [[UInt8]] {
                #expect(XapianLibrary.canStore(term))
                let document = try Document()
                try document.addTerm(term)
                try writer.add(document)
                try writer.commit()
                #expect(try writer.termFrequency(term) == 1)
            }
            for term in [[], Array(repeating: 1, count: 246), Array(repeating: 0, count: 123)] as [[UInt8]] {
                #expect(!XapianLibrary.canStore(term))
                #expect(code { try Document().addTerm(term) } == .invalidArgument)
                // Asking for them is fine.
                #expect(try writer.termFrequency(term) == (term.isEmpty ? 4 : 0))
            }
        }
    }

    @Test func invalidOperation() throws {
        try Fixture.withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create)
            #expect(code { try writer.commitTransaction() } == .invalidOperation)
            #expect(code { try writer.cancelTransaction() } == .invalidOperation)
            try writer.beginTransaction()
            #expect(code { try writer.beginTransaction() } == .invalidOperation)
            #expect(code { try writer.commit() } == .invalidOperation)
        }
    }

    @Test func unimplemented() throws {
        let a = try XapianQuery.term(bytes("a"))
        #expect(code { _ = try XapianQuery.phrase([a, .and([a, a])]) } == .unimplemented)
        #expect(code { _ = try XapianQuery.near([a, .phrase([a, a])]) } == .unimplemented)
    }

    @Test func descriptionsKeepArgumentsToThemselves() throws {
        let language = #expect(throws: XapianError.self) { _ = try Stemmer(language: "secret") }
        #expect(language?.message.contains("secret") == true)
        #expect(language?.description == "invalid-argument")
        try Fixture.withPath { path in
            let missing = #expect(throws: XapianError.self) { _ = try Database(path: path) }
            #expect(missing?.description.hasPrefix("database-not-found: ") == true)
            #expect(missing?.hint != nil)
        }
    }
}
