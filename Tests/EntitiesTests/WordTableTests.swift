import Testing

@testable import Entities

/// A word is known by its letters: another with the same hash is another word.
@Test func wordsWithOneHashAreTold() {
    var table = WordTable(lastSymbol: 1)
    let baku = Array("baku".utf8)
    let kuba = Array("kuba".utf8)
    #expect(table.symbol(baku, hash: 7, adding: .surname) == 2)
    #expect(table.record(baku, hash: 7)?.traits == .surname)
    #expect(table.record(kuba, hash: 7) == nil)
    #expect(table.record(Array("bak".utf8), hash: 7) == nil)

    #expect(table.symbol(kuba, hash: 7, adding: .givenName) == 3)
    #expect(table.record(kuba, hash: 7) == nil)
    #expect(table.symbol(baku, hash: 7, adding: .common) == 2)
    #expect(table.record(baku, hash: 7)?.traits == [.surname, .common])
}
