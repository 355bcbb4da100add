import Foundation

@testable import Corpus
@testable import SearchIndex
@testable import Stories

extension DatelineFuzz {
    /// Records of the database: whatever decodes encodes to something that decodes to the same.
    static let records = FuzzTarget(
        name: "records",
        seeds: [
            "\u{0}\u{3}\u{1}a\u{1}\u{1}\u{1}\u{2}\u{5}\u{6}\u{1}h\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}en\u{0}\u{0}",
            "\u{1}\u{1}\u{1}a\u{1}\u{0}\u{4}text\u{1}\u{0}\u{1}n\u{1}\u{0}\u{2}", "\u{2}\u{1}\u{2}\u{3}", "\u{3}en fr",
        ],
        words: ["\u{2}en", "\u{3}und"]
    ) { input in
        guard let kind = input.first else { return }
        let bytes = Array(input.dropFirst())
        switch kind % 6 {
        case 0:
            guard let record = try? ArticleRecord(decoding: bytes) else { return }
            require(
                (try? ArticleRecord(decoding: record.encoded)) == record, "an article's record reads back as another")
            require(record.docids.count == record.passages.count, "a passage without docid")
            _ = record.article(text: "t")
        case 1:
            guard let record = try? PassageRecord(decoding: bytes) else { return }
            require(
                (try? PassageRecord(decoding: record.encoded)) == record, "a passage's record reads back as another")
        case 2:
            guard let ids = try? PackedIDs.decode(bytes[...]) else { return }
            require(ids == ids.sorted(), "ids do not ascend")
            require((try? PackedIDs.decode(PackedIDs.encode(ids)[...])) == ids, "ids read back as others")
        case 3:
            guard let set = try? LanguageSet(decoding: bytes) else { return }
            require((try? LanguageSet(decoding: set.encoded)) == set, "languages read back as others")
        case 4:
            guard let signature = StorySignature(bytes) else { return }
            _ = signature.facts
            _ = (0..<StorySignature.bands).map { signature.key($0) }
            _ = StoryLikeness(signature, signature)
        default:
            let parted = LanguageMark.parted(bytes)
            _ = LanguageMark.marked(Array(parted.word), parted.language)
            _ = Schema.story(ofKey: bytes)
            var reader = ByteReader(bytes)
            while !reader.isAtEnd, let value = try? reader.readInteger() { _ = value }
        }
    }

    /// The stamp of the columns, and files of columns that it speaks of.
    static let columns = FuzzTarget(
        name: "columns",
        seeds: [sampleStamp.description, "dateline columns 1\nuuid a\nrevision 1\narticles 2\ncolumn length 7 0f3\n"],
        words: [
            "dateline columns 1\n", "uuid ", "revision ", "articles ", "column length ", "end ", "9223372036854775807",
            "18446744073709551615",
        ]
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        // With a right last line too, or nothing but the check of that line would be tried.
        for text in [text, text + "end \(Corpus.StableHash(text))\n"] {
            guard let stamp = ColumnStamp(text) else { continue }
            require(ColumnStamp(stamp.description) == stamp, "a stamp prints as another")
            do throws(ColumnFault) {
                let column: Column<UInt32> = try ColumnSource.files(folder: scratch, stamp).column("sixteen")
                require(column.count <= 4, "a column is longer than its file")
                _ = column.withElements { $0.reduce(0, &+) }
            } catch {}
        }
        var whole = ColumnChecksum()
        var grown = ColumnChecksum()
        input.withUnsafeBytes { bytes in
            let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
            _ = grown.moveOn(to: half)
            require(grown.moveOn(to: bytes) == whole.moveOn(to: bytes), "a checksum depends on how its column grew")
        }
    }

    private static let sampleStamp: ColumnStamp = {
        var stamp = ColumnStamp(uuid: "6a0c", revision: 12, articleCount: 4)
        stamp.columns["sixteen"] = .init(count: 4, checksum: 0xF3)
        stamp.columns["length"] = .init(count: 4, checksum: 0xF3)
        return stamp
    }()

    /// A folder with one file of sixteen bytes.
    private static let scratch: String = {
        let folder = Scratch.folder("columns")
        let file = Data(repeating: 7, count: 16)
        require(FileManager.default.createFile(atPath: folder + "/sixteen", contents: file), "no file can be made")
        return folder
    }()

    /// The file of the corrections of names.
    static let corrections = FuzzTarget(
        name: "corrections",
        seeds: [
            "# dateline corrections 1 next 8 changes 9\n# number\ttime\tuid\tverb\tname\tinto\tarticles\n7\t2025-08-09T12:30:00Z\t1000\tmerge\tperson=S. Witkoff\tperson=Steve Witkoff\n",
            "# dateline corrections 1 next 3 changes 9\n1\tt\t0\tsplit\tperson=A\tB\tarticle=x\tsource=Coast Times\n2\tt\t0\thide\tplace=C\n",
        ],
        words: [
            "\tmerge\t", "\tsplit\t", "\thide\t", "\tretype\t", "\talias\t", "person=", "place=", "article=",
            "date=2025", "\\t", "\\\\", "source=", "\torganization",
        ]
    ) { input in
        let file = CorrectionFile(path: "corrections.tsv")
        guard var list = try? file.parse(String(decoding: input, as: UTF8.self)) else { return }
        guard let again = try? file.parse(CorrectionFile.text(of: list)) else {
            fatalError("what is written does not read")
        }
        require(
            again.entries == list.entries && again.next == list.next && again.changes == list.changes,
            "corrections read back as others")
        if let rules = try? CorrectionRules(list) { _ = rules }
        if let entry = list.entries.last {
            // What follows a file as it was read.
            _ = try? list.add([entry.correction], time: "t", uid: 0)
            _ = try? list.remove(nil)
            _ = try? list.add([entry.correction], time: "t", uid: 0)
        }
    }

    /// Cursors of pages, and names of passages.
    static let cursors = FuzzTarget(
        name: "cursors",
        seeds: ["12-10-0123456789ab", "12.3-10-3ff0000000000000-7-0123456789ab", "wire/1042#3"],
        words: ["-", ".", "#", "9223372036854775807", "18446744073709551615", "7ff8000000000000"]
    ) { input in
        let text = String(decoding: input, as: UTF8.self)
        if let cursor = Cursor(text) {
            // Not equal to the one before where its key is no number.
            require(Cursor(cursor.description)?.description == cursor.description, "a cursor prints as another")
            // A page of the most results that a request may ask for follows.
            _ = cursor.offset + 100_000
            _ = cursor.position?.precedes(Ranked(key: 1, score: 1, docid: 1))
        }
        if let passage = PassageID(text) {
            require(PassageID(passage.description) == passage, "a passage's name prints as another")
        }
    }
}
