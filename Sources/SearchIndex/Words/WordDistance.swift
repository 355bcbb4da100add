/// Counts the typing errors between one word and others: characters inserted, deleted, changed, or swapped with their
/// neighbour (optimal string alignment; a character takes part in one swap at most).
///
/// Only a band of the table of distances is worked out, as wide as the errors that are let pass. Not Sendable: it works in
/// rows of its own.
struct WordDistance {
    private let word: [UInt32]
    private let limit: Int
    private var other: [UInt32] = []
    /// The last three rows of the table: distances between the beginnings of both words, `limit + 1` for more.
    private var rows: [[Int]]

    /// - Parameter limit: errors above which two words are not near.
    init(from word: [UInt8], limit: Int) {
        self.word = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
        self.limit = limit
        rows = [[Int]](repeating: [Int](repeating: limit + 1, count: self.word.count + 1), count: 3)
    }

    /// The characters of the word.
    var length: Int { word.count }

    /// The number of errors that make one word of the other, or nil when it is above the limit.
    mutating func distance(to candidate: ArraySlice<UInt8>) -> Int? {
        other.removeAll(keepingCapacity: true)
        for byte in candidate {
            guard byte < 0x80 else {
                other = String(decoding: candidate, as: UTF8.self).unicodeScalars.map(\.value)
                break
            }
            other.append(UInt32(byte))
        }
        guard abs(other.count - word.count) <= limit else { return nil }
        let far = limit + 1
        for column in 0...word.count { rows[0][column] = min(column, far) }
        for row in 1..<(other.count + 1) {
            let (current, above, twoAbove) = (row % 3, (row + 2) % 3, (row + 1) % 3)
            let first = max(1, row - limit)
            let last = min(word.count, row + limit)
            rows[current][first - 1] = first == 1 ? min(row, far) : far
            var least = rows[current][first - 1]
            for column in first..<(last + 1) {
                let changed = rows[above][column - 1] + (other[row - 1] == word[column - 1] ? 0 : 1)
                // Right of the band stands what an earlier row left there.
                let inserted = column < row + limit ? rows[above][column] + 1 : far
                var distance = min(changed, inserted, rows[current][column - 1] + 1, far)
                if row > 1, column > 1, other[row - 1] == word[column - 2], other[row - 2] == word[column - 1] {
                    distance = min(distance, rows[twoAbove][column - 2] + 1)
                }
                rows[current][column] = distance
                least = min(least, distance)
            }
            if least >= far { return nil }
        }
        let distance = rows[other.count % 3][word.count]
        return distance <= limit ? distance : nil
    }
}
