/// Spellings of one word, of which one stands for all: `colour` is read as `color`, `O'Brien` as `OBrien`.
///
/// Works on folded words, before they are stemmed. A text of the table is kept with each index, since terms that were
/// made with one table are not found with another.
package struct SpellingVariants: Equatable, Sendable {
    /// What each spelling is read as.
    private var readings: [[UInt8]: [UInt8]] = [:]
    /// First letters of spellings that are read with another first letter: `o` and `e` for `oestrogen`.
    package private(set) var changedBeginnings: [(spelling: UInt8, reading: UInt8)] = []

    /// No spelling but its own for each word; apostrophes still join.
    package init() {}

    /// The table in `text`: rows `spelling⇥reading⇥endings`, where each of the endings, separated by `|`, makes a row of its
    /// own of both; `#` begins a comment.
    /// - Parameter file: what the text is called in errors.
    /// - Throws: `SpellingVariantsError` with the row that is wrong: malformed, a spelling given twice, or a reading that
    ///   is itself a spelling of something else.
    package init(parsing text: String, file: String) throws(SpellingVariantsError) {
        var lines: [[UInt8]: Int] = [:]
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            for (spelling, reading) in try Self.pairs(line, at: "\(file):\(number)") {
                guard lines.updateValue(number, forKey: spelling) == nil else {
                    throw SpellingVariantsError(
                        "\(file):\(number): '\(String(decoding: spelling, as: UTF8.self))' is there already",
                        hint: "leave one of the two rows, or its ending, out")
                }
                readings[spelling] = reading
            }
        }
        for (spelling, reading) in readings.sorted(by: { lines[$0.key, default: 0] < lines[$1.key, default: 0] }) {
            guard readings[reading] == nil else {
                throw SpellingVariantsError(
                    "\(file):\(lines[spelling, default: 0]): '\(String(decoding: reading, as: UTF8.self))' has a reading itself",
                    hint: "give the last reading in both rows")
            }
            let change = (spelling: spelling[0], reading: reading[0])
            if change.spelling != change.reading, !changedBeginnings.contains(where: { $0 == change }) {
                changedBeginnings.append(change)
            }
        }
    }

    /// How many spellings are read as another.
    package var count: Int { readings.count }

    /// Puts the one spelling in the place of a folded word.
    ///
    /// Apostrophes are dropped, so that `O'Brien` and `OBrien`, `Sana'a` and `Sanaa` are one, but not those of endings that
    /// stand for words (`we'll` is no `well`). A possessive is passed over: `colour's` becomes `color's`.
    package func unify(_ word: inout [UInt8]) {
        var end = word.count
        if let last = word.lastIndex(of: UInt8(ascii: "'")) {
            if Self.isEnding(word[(last + 1)...]) { end = last }
            let kept = word[..<end].filter { $0 != UInt8(ascii: "'") }
            word.replaceSubrange(..<end, with: kept)
            end = kept.count
        }
        if let reading = end == word.count ? readings[word] : readings[Array(word[..<end])] {
            word.replaceSubrange(..<end, with: reading)
        }
    }

    package static func == (a: SpellingVariants, b: SpellingVariants) -> Bool { a.readings == b.readings }

    /// Whether what follows an apostrophe at a word's end is no part of the word.
    private static func isEnding(_ rest: ArraySlice<UInt8>) -> Bool {
        ["s", "t", "d", "m", "ll", "re", "ve"].contains { rest.elementsEqual($0.utf8) }
    }

    private static func pairs(_ line: Substring.UTF8View, at place: String) throws(SpellingVariantsError)
        -> [(spelling: [UInt8], reading: [UInt8])]
    {
        let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Array($0) }
        guard (2...3).contains(columns.count), !columns[0].isEmpty, !columns[1].isEmpty, columns[0] != columns[1] else {
            throw SpellingVariantsError(
                "\(place): expected two different spellings and perhaps endings",
                hint: "write spelling, reading and endings (separated by |) with tabs between")
        }
        let endings =
            columns.count == 3
            ? columns[2].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Array($0) } : [[]]
        guard (columns[0] + columns[1] + endings.joined()).allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else {
            throw SpellingVariantsError(
                "\(place): a spelling has something other than the letters a to z",
                hint: "write small letters without accents")
        }
        return endings.map { (columns[0] + $0, columns[1] + $0) }
    }
}
