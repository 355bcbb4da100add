/// One line of a dump of GeoNames (download.geonames.org/export/dump, `readme.txt`): 19 columns with tabs between.
struct GeoNamesRow {
    var id: String
    var name: String
    /// The name in ASCII letters.
    var plainName: String
    var alternateNames: [Substring]
    /// `P`: city, village; `A`: country, state, region; others.
    var featureClass: String
    /// Such as `PPLC`, a capital, and `ADM1`.
    var featureCode: String
    var population: Int

    private static let columns = 19

    /// Whether a file whose first row is `line` is a dump.
    static func looksLikeOne(_ line: String) -> Bool {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        return columns.count == Self.columns && Int(columns[0]) != nil && Double(columns[4]) != nil
    }

    /// - Throws: `malformedRow`.
    init(_ line: String, file: String, number: Int) throws(GazetteerError) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        func malformed(_ what: String) -> GazetteerError {
            GazetteerError(
                code: .malformedRow, message: "\(file):\(number): \(what)",
                hint: "a dump of GeoNames has 19 columns with tabs between; its readme.txt tells which")
        }
        guard columns.count == Self.columns else {
            throw malformed("expected \(Self.columns) columns, found \(columns.count)")
        }
        guard let population = columns[14].isEmpty ? 0 : Int(columns[14]) else {
            throw malformed("column 15 is no number of people")
        }
        guard !columns[1].isEmpty else { throw malformed("there is no name") }
        id = String(columns[0])
        name = String(columns[1])
        plainName = String(columns[2])
        alternateNames = columns[3].split(separator: ",")
        featureClass = String(columns[6])
        featureCode = String(columns[7])
        self.population = population
    }

    /// Whether it is a place that people live in, or a territory, and exists still.
    var isSettledPlace: Bool {
        switch featureClass {
        case "P": !["PPLH", "PPLQ", "PPLW", "PPLCH"].contains(featureCode)
        case "A": !featureCode.hasSuffix("H")
        default: false
        }
    }

    var isCountry: Bool { featureCode.hasPrefix("PCL") }
}
