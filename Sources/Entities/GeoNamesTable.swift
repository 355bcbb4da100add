internal import TextAnalysis

/// The places of a dump of GeoNames that are worth knowing, as rows of a gazetteer.
///
/// Most people first: of two places that share a spelling the larger one has it, and of two with one name only it is kept,
/// for a name stands for one entity.
struct GeoNamesTable: Sendable {
    private struct Place {
        var name: String
        var aliases: [String]
        var note: String
        var population: Int
    }

    private let minimumPopulation: Int
    private let known: Gazetteer
    private var places: [Place] = []
    private var leftOut = 0

    init(minimumPopulation: Int, known: Gazetteer) {
        self.minimumPopulation = minimumPopulation
        self.known = known
    }

    var count: Int { places.count }

    /// Takes a line.
    /// - Throws: `malformedRow`.
    mutating func add(_ line: String, file: String, line number: Int) throws(GazetteerError) {
        let row = try GeoNamesRow(line, file: file, number: number)
        guard row.isSettledPlace, row.population >= minimumPopulation, isUsable(row.name) else {
            leftOut += 1
            return
        }
        // `Republic of France` is our `France`.
        let ours = row.isCountry ? ourCountry(row) : nil
        var aliases: [String] = ours == nil ? [] : [row.name]
        var seen: Set<String> = [ours ?? row.name]
        aliases = aliases.filter { seen.insert($0).inserted }
        for alias in [row.plainName[...]] + row.alternateNames {
            let alias = String(alias)
            guard !seen.contains(alias), isLatin(alias), isUsable(alias) else { continue }
            // A word of another language is no reason to take a spelling from a name that our tables have.
            guard alias == row.plainName || known.name(spelled: alias) == nil else { continue }
            seen.insert(alias)
            aliases.append(alias)
        }
        places.append(
            Place(
                name: ours ?? row.name, aliases: aliases, note: "GeoNames \(row.id)", population: row.population))
    }

    /// The rows.
    func table() -> GazetteerImport.Table {
        var keys: Set<String> = []
        var contents = "# places of GeoNames (geonames.org, CC BY 4.0) with at least \(minimumPopulation) people\n"
        var rows = 0
        for place in places.sorted(by: { $0.population > $1.population })
        where keys.insert(NameKey.key(place.name)).inserted {
            contents += "place\t\(place.name)\t\(place.aliases.joined(separator: "|"))\t\t\(place.note)\n"
            rows += 1
        }
        return GazetteerImport.Table(
            format: .geonames, contents: contents, rows: rows, leftOut: leftOut + places.count - rows)
    }

    /// What most of a country's names are in our tables.
    private func ourCountry(_ row: GeoNamesRow) -> String? {
        var votes: [String: Int] = [:]
        for alias in [row.name[...]] + row.alternateNames {
            if let (type, name) = known.name(spelled: String(alias)), type == .place { votes[name, default: 0] += 1 }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether a spelling can stand in a gazetteer, and does not make a place of every `Of` that begins a sentence, nor of
    /// an airport's code.
    private func isUsable(_ spelling: String) -> Bool {
        guard spelling.first?.isUppercase == true,
            !spelling.contains(where: { $0 == "|" || $0 == "\t" || $0.isNumber }),
            (1...GazetteerBuilder.longestName).contains(known.wordCount(of: spelling))
        else { return false }
        let isCode = spelling.count <= 4 && !spelling.contains { $0.isLowercase || $0 == " " }
        return !isCode && spelling.count > 1 && !known.isOrdinaryWord(spelling)
    }

    private func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x250, 0x300..<0x370, 0x1E00..<0x1F00, 0x2018...0x201D: true
            default: false
            }
        }
    }
}
