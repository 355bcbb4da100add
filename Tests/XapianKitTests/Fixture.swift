import TestSupport
import Testing
import XapianKit

/// What the tests of this module share.
enum Fixture {
    /// Runs `body` with the path of a database that does not exist yet.
    static func withPath<R>(_ body: (String) throws -> R) throws -> R {
        try TestSupport.withTemporaryFolder { try body("\($0)/db") }
    }

    /// Adds one document for each text: its words are terms with positions, and the text is its data.
    static func add(_ texts: [String], to database: WritableDatabase) throws {
        let document = try Document()
        for text in texts {
            try document.clear()
            for (position, word) in text.split(separator: " ").enumerated() {
                try document.addPosting(bytes(String(word)), position: UInt32(position + 1))
            }
            try document.setData(bytes(text))
            try database.add(document)
        }
    }

    /// Runs `body` with a committed database of these texts, which has docids from 1.
    static func withTexts<R>(_ texts: [String], _ body: (Database, String) throws -> R) throws -> R {
        try withPath { path in
            let writer = try WritableDatabase(path: path, mode: .create, synchronous: false)
            try add(texts, to: writer)
            try writer.commit()
            return try body(try Database(path: path), path)
        }
    }
}

/// The rest of a cursor, each entry as `bytes:number`.
func rest(_ cursor: TermCursor) throws -> [String] {
    var entries: [String] = []
    while let entry = try cursor.next() {
        entries.append("\(String(decoding: entry.bytes, as: UTF8.self)):\(entry.number)")
    }
    return entries
}

func bytes(_ text: String) -> [UInt8] {
    [UInt8](text.utf8)
}

/// The code of the `XapianError` that `body` throws; nil, with an issue recorded, when it throws nothing.
func code(_ body: () throws -> Void) -> XapianError.Code? {
    #expect(throws: XapianError.self, performing: body)?.code
}
