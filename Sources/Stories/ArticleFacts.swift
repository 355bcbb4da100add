/// The facts of an article, each a number: names (words with a capital where none is due) and numbers.
///
/// Copies of a story have the same; a form that was filled in twice has different ones in the same places.
struct ArticleFacts: Equatable {
    /// A fact beside words that may stand in another article too.
    struct Sample: Equatable {
        /// A hash of the words beside it.
        var place: UInt16
        /// Its place in `facts`.
        var fact: Int
    }

    /// Ascending, each once. Empty when there are too many to keep, and so are the others then.
    var facts: [UInt16] = []
    /// Places in `facts` of names that the headline has too, and of the names that come most often.
    var headline: [Int] = []
    var subjects: [Int] = []
    /// Ascending places.
    var samples: [Sample] = []

    /// The number of the fact that is a word with this hash.
    static func number(ofWord hash: UInt64) -> UInt16 {
        let number = UInt16(truncatingIfNeeded: hash >> 20) & ~numeral
        return hash & WordHash.numeral != 0 || calendar.contains(hash) ? number | numeral : number
    }

    /// Whether a fact's number is of a name, not of a number or a part of a date.
    static func isName(_ fact: UInt16) -> Bool { fact & numeral == 0 }

    func contains(_ fact: UInt16) -> Bool {
        var (low, high) = (0, facts.count)
        while low < high {
            let middle = (low + high) / 2
            if facts[middle] < fact { low = middle + 1 } else { high = middle }
        }
        return low < facts.count && facts[low] == fact
    }

    /// Whether each has one, of the places given, that the other has not.
    static func differ(_ a: (facts: ArticleFacts, places: [Int]), _ b: (facts: ArticleFacts, places: [Int])) -> Bool {
        a.places.contains { !b.facts.contains(a.facts.facts[$0]) }
            && b.places.contains { !a.facts.contains(b.facts.facts[$0]) }
    }

    private static let numeral: UInt16 = 1 << 15

    /// Months and days of the week are as interchangeable as numbers.
    private static let calendar: Set<UInt64> = Set(
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ].map { WordHash.hash(Array($0.utf8)) })
}
