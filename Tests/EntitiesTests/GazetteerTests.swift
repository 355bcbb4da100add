import Foundation
import TestSupport
import Testing

@testable import Entities

private func code(_ contents: String) -> GazetteerError.Code? {
    do throws(GazetteerError) {
        _ = try Gazetteer(tables: [("names.tsv", contents)])
        return nil
    } catch {
        return error.code
    }
}

@Test func rowsThatCannotBeUsed() {
    #expect(code("place") == .malformedRow)
    #expect(code("place\t") == .malformedRow)
    #expect(code("place\ta\tb\tc\td\te") == .malformedRow)
    #expect(code("planet\tMars") == .unknownType)
    #expect(code("demonym\tMartian") == .unknownParent)
    #expect(code("demonym\tMartian\t\tMars") == .unknownParent)
    #expect(code("place\tOlympus\t\tMars") == .unknownParent)
    #expect(code("place\t…") == .invalidName)
    #expect(code("place\t" + String(repeating: "a ", count: 17)) == .invalidName)
    #expect(code("") == nil)
    #expect(
        code("# nothing\r\n\r\nplace\tMars\tRed Planet|Ares\t\tno air\r\ndemonym\tMartian\tMartians\tMars\r\n") == nil)
}

@Test func errorsNameFileAndLine() {
    #expect(throws: GazetteerError.self) { try Gazetteer(tables: [("a.tsv", "place\tMars\n\n# x\nplanet\tVenus")]) }
    do throws(GazetteerError) {
        _ = try Gazetteer(tables: [("a.tsv", "place\tMars\n\n# x\nplanet\tVenus")])
    } catch {
        #expect(error.message == "a.tsv:4: unknown type 'planet'")
        #expect(!error.hint.isEmpty)
    }
}

@Test func foldersThatCannotBeRead() throws {
    try TestSupport.withTemporaryFolder { folder in
        #expect(throws: GazetteerError.self) { try Gazetteer.load(folder: folder + "/absent") }
        #expect(loadCode(folder) == .empty)
        try Data([0x70, 0xFF]).write(to: URL(filePath: folder + "/names.tsv"))
        #expect(loadCode(folder) == .notText)
        try FileManager.default.removeItem(atPath: folder + "/names.tsv")
        try FileManager.default.createDirectory(atPath: folder + "/names.tsv", withIntermediateDirectories: false)
        #expect(loadCode(folder) == .unreadable)
        #expect(loadCode(folder + "/absent") == .unreadable)
    }
}

private func loadCode(_ folder: String) -> GazetteerError.Code? {
    do throws(GazetteerError) {
        _ = try Gazetteer.load(folder: folder)
        return nil
    } catch {
        return error.code
    }
}

@Test func noSpellingIsClaimedForTwoNames() throws {
    let gazetteer = try gazetteer.get()
    for start in gazetteer.aliasAtNode where start >= 0 {
        let first = gazetteer.aliases[Int(start)]
        var index = first.next
        while index >= 0 {
            let other = gazetteer.aliases[Int(index)]
            let isHidden =
                first.capitalized & ~other.capitalized == 0 && first.capitals & ~other.capitals == 0
                && first.possessive & ~other.possessive == 0
            let names = [first, other].map { gazetteer.entries[Int($0.entry)].name }
            #expect(!isHidden || NameKey.key(names[0]) == NameKey.key(names[1]), "\(names)")
            index = other.next
        }
    }
}

@Test func theGazetteersAreComplete() throws {
    let names = Set(try gazetteer.get().names)
    #expect(
        names.isSuperset(of: [
            "Azerbaijan", "United States", "United Kingdom", "Palestine", "Taiwan", "Kosovo", "Greenland",
        ]))
    #expect(try gazetteer.get().entries.count(where: { $0.kind == .demonym }) > 200)
    #expect(names.count > 2000)
}
