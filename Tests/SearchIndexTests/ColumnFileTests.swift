import Foundation
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct ColumnFileTests {
    /// Columns in files and in the heap against plain arrays: random appends, copies on the way, and reopening.
    @Test(arguments: [UInt64(1), 2, 3]) func aColumnBehavesLikeAnArray(seed: UInt64) throws {
        try TestSupport.withTemporaryFolder { folder in
            var random = SplitMix(seed: seed)
            var columns: [Column<UInt32>] = [try ColumnSource.newFiles(folder: folder).column("a"), Column()]
            var array: [UInt32] = []
            var published: [(Column<UInt32>, [UInt32])] = []
            for _ in 0..<400 {
                switch Int.random(in: 0..<10, using: &random) {
                case 0: for column in columns { published.append((column, array)) }
                case 1:
                    // What a process leaves behind, an append that was never stamped included, is opened by the next.
                    columns[0].append(7)
                    let file = try ColumnFile(opening: "a", in: folder, used: array.count * 4)
                    columns[0] = Column(memory: try file.memory(bytes: array.count * 4), count: array.count)
                case 2...4:
                    let one = UInt32.random(in: 0 ... .max, using: &random)
                    for index in columns.indices { columns[index].append(one) }
                    array.append(one)
                default:
                    let more = (0..<Int.random(in: 0...500, using: &random)).map { _ in
                        UInt32.random(in: 0 ... .max, using: &random)
                    }
                    more.withUnsafeBufferPointer { more in
                        for index in columns.indices { columns[index].append(contentsOf: more) }
                    }
                    array += more
                }
            }
            #expect(array.count > 20_000 && columns.map(\.fileName) == ["a", nil])
            for (column, array) in published + columns.map({ ($0, array) }) {
                #expect(column.count == array.count && column.withElements { $0.elementsEqual(array) })
            }
        }
    }

    @Test func aColumnTakenBeforeStaysReadableWhileItsFileGrowsAndGoes() throws {
        try TestSupport.withTemporaryFolder { folder in
            var column: Column<UInt32> = try ColumnSource.newFiles(folder: folder).column("a")
            for value in 0..<4_096 as Range<UInt32> { column.append(value) }
            let early = column
            for value in 4_096..<300_000 as Range<UInt32> { column.append(value) }
            #expect(column.byteCount > 50 * early.byteCount && column.fileName == "a")
            let late = column
            // Making the file anew takes nothing from those who read the old one.
            column = try ColumnSource.newFiles(folder: folder).column("a")
            for _ in 0..<10_000 { column.append(.max) }
            early.withElements { #expect($0.elementsEqual(0..<4_096)) }
            late.withElements { #expect($0.elementsEqual(0..<300_000)) }
        }
    }

    @Test func twoThatAppendBehindOneCopyDoNotMeet() throws {
        try TestSupport.withTemporaryFolder { folder in
            var first: Column<UInt32> = try ColumnSource.newFiles(folder: folder).column("a")
            for value in 0..<5_000 as Range<UInt32> { first.append(value) }
            var second = first
            for value in 0..<50_000 as Range<UInt32> { first.append(value) }
            second.append(77)
            #expect(second.fileName == nil && second[4_999] == 4_999 && second[5_000] == 77)
            #expect(first.fileName == "a" && first[5_000] == 0 && first[54_999] == 49_999)
        }
    }

    @Test func filesThatCannotHoldTheColumnAreRefused() throws {
        try TestSupport.withTemporaryFolder { folder in
            _ = FileManager.default.createFile(atPath: folder + "/a", contents: Data(count: 99))
            for (name, used) in [("a", 100), ("b", 0), (".", 0)] {
                #expect(throws: ColumnFault.self) { try ColumnFile(opening: name, in: folder, used: used) }
            }
            #expect(throws: ColumnFault.self) { try ColumnFile(creating: "a", in: folder + "/none") }
            let file = try ColumnFile(opening: "a", in: folder, used: 99)
            #expect(throws: ColumnFault.self) { try file.memory(bytes: 1 << 58) }
        }
    }

    @Test func aChecksumGrowsWithItsColumnAndSeesAnyChange() {
        var random = SplitMix(seed: 5)
        for count in 0..<80 {
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...3, using: &random) }
            func checksum() -> UInt64 {
                var checksum = ColumnChecksum()
                return bytes.withUnsafeBytes { checksum.moveOn(to: $0) }
            }
            let whole = checksum()
            var growing = ColumnChecksum()
            for end in 0..<count where Bool.random(using: &random) {
                _ = bytes[..<end].withUnsafeBytes { growing.moveOn(to: $0) }
            }
            #expect(bytes.withUnsafeBytes { growing.moveOn(to: $0) } == whole)
            for index in 0..<count {
                let bit: UInt8 = 1 << UInt8.random(in: 0..<8, using: &random)
                bytes[index] ^= bit
                #expect(checksum() != whole)
                bytes[index] ^= bit
            }
            bytes.append(0)
            #expect(checksum() != whole)
        }
    }

    @Test func aStampPrintsAndReadsBack() throws {
        var stamp = ColumnStamp(uuid: "6a0c-11", revision: 12, articleCount: 4)
        stamp.columns["length"] = .init(count: 7, checksum: 0xF3)
        stamp.columns["date"] = .init(count: 0, checksum: .max)
        let text = stamp.description
        #expect(
            text.hasPrefix(
                """
                dateline columns 1
                uuid 6a0c-11
                revision 12
                articles 4
                column date 0 ffffffffffffffff
                column length 7 f3
                end \

                """.dropLast(1)))
        #expect(ColumnStamp(text) == stamp)
        for end in 0..<text.utf8.count { #expect(ColumnStamp(String(text.prefix(end))) == nil) }
        for index in text.indices {
            let other: Character = text[index] == "1" ? "2" : "1"
            #expect(ColumnStamp(text.replacingCharacters(in: index...index, with: String(other))) == nil)
        }
    }

    @Test func namesReadBackWhereTheyLie() throws {
        try TestSupport.withTemporaryFolder { folder in
            let names = ["", "Baku", "Ursula von der Leyen, the president of a long name", "題題", "e\u{301}", ""]
            for source in [ColumnSource.heap, .newFiles(folder: folder)] {
                var table = try ValueTable(from: source, named: "person")
                let empty = table
                for name in names { table.append(name) }
                #expect(table.count == names.count && empty.count == 0)
                #expect((0..<UInt32(names.count)).map { Array(table[$0].utf8) } == names.map { Array($0.utf8) })
            }
        }
    }
}
