import TestSupport
import Testing

@testable import Entities

/// Users' own gazetteers on their way in.
@Suite struct GazetteerImportTests {
    /// Takes `text` in pieces of a few bytes.
    private func table(_ text: String, minimumPopulation: Int = 5_000) throws(GazetteerError)
        -> GazetteerImport.Table
    {
        let known: Gazetteer
        do { known = try gazetteer.get() } catch {
            throw GazetteerError(code: .unreadable, message: "\(error)", hint: "")
        }
        var file = GazetteerImport(name: "mine", minimumPopulation: minimumPopulation, known: known)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try file.feed(rest.prefix(7))
            rest = rest.dropFirst(7)
        }
        return try file.finish()
    }

    private func failure(_ text: String) -> String? {
        do throws(GazetteerError) {
            _ = try table(text)
            return nil
        } catch {
            return "\(error.code.rawValue): \(error.message)"
        }
    }

    /// A file that ends its lines twice over is kept in a form that reads again.
    @Test func whatIsKeptReadsAgain() throws {
        let kept = try table("place\tAlba\r\r\nplace\tBirk\r\n")
        #expect(kept.contents == "place\tAlba\nplace\tBirk\n" && kept.rows == 2)
        #expect(try GazetteerRow.rows(of: kept.contents, file: "mine").map(\.name) == ["Alba", "Birk"])
        #expect(failure("place\t\r\r\n")?.hasPrefix("malformed") == true)
    }

    /// A line of a dump, as download.geonames.org has it.
    private func line(
        _ id: Int, _ name: String, _ plain: String, _ alternates: String, _ featureClass: String, _ code: String,
        _ population: String
    ) -> String {
        "\(id)\t\(name)\t\(plain)\t\(alternates)\t51.50853\t-0.12574\t\(featureClass)\t\(code)\tGB\t\tENG\tGLA\t\t\t"
            + "\(population)\t\t25\tEurope/London\t2019-09-18\n"
    }

    @Test func rowsOfOurOwnColumnsStayAsTheyAre() throws {
        let text = "# ports\r\nplace\tPort Zork\tZork Harbour\r\n\r\nperson\tAnn Zyx\n"
        let table = try table("\u{FEFF}" + text)
        #expect(table.format == .tsv && table.rows == 2 && table.leftOut == 0)
        #expect(table.contents == "# ports\nplace\tPort Zork\tZork Harbour\n\nperson\tAnn Zyx\n")
    }

    @Test func whatCannotBeUsedIsToldWithItsLine() {
        #expect(failure("") == "empty: mine: there is no row in it")
        #expect(failure("# nothing\n\n") == "empty: mine: there is no row in it")
        #expect(failure("place\tA\n\nplanet\tMars") == "unknown_type: mine:3: unknown type 'planet'")
        #expect(
            failure("place\tA\nplace\n") == "malformed_row: mine:2: expected 2 to 5 columns with a name, found 1")
        #expect(failure("just words") == "malformed_row: mine:1: expected 2 to 5 columns with a name, found 1")
        let dump = line(1, "Zorkton", "Zorkton", "", "P", "PPL", "9000")
        #expect(failure(dump + "place\tA\n") == "malformed_row: mine:2: expected 19 columns, found 2")
        #expect(
            failure(dump + line(2, "B", "B", "", "P", "PPL", "many"))
                == "malformed_row: mine:2: column 15 is no number of people")
        #expect(
            failure(line(1, "Zorkton", "Zorkton", "", "P", "PPL", "10"))
                == "empty: mine: no place in it is large enough")
        #expect(failure("place\tA\nplace\t\(String(repeating: "x", count: 2 << 20))")?.contains("mine:2: ") == true)
    }

    @Test func bytesThatAreNotUTF8AreToldWithTheirLine() throws {
        var file = GazetteerImport(name: "mine", known: try gazetteer.get())
        let error = #expect(throws: GazetteerError.self) {
            try file.feed(Array("place\tA\nplace\t".utf8) + [0xE9, 0x0A])
        }
        #expect(error?.message == "mine:2: not UTF-8")
    }

    @Test func placesOfADumpBecomeRows() throws {
        let table = try table(
            line(
                1, "Zürkwil", "Zuerkwil", "ZRK,Zurkwil,Цюрквиль,zürkwil,Zürkwil Stadt,Zork 2,Paris,http://x.y/Z", "P",
                "PPL", "12000")
                + line(2, "Qampton", "Qampton", "", "P", "PPLX", "70000")
                + line(3, "Zürkwil", "Zurkwil", "Kleinzürkwil", "P", "PPL", "6000")
                + line(4, "Tinyville", "Tinyville", "", "P", "PPL", "4999")
                + line(5, "Mount Zork", "Mount Zork", "", "T", "MT", "9000")
                + line(6, "Old Zork", "Old Zork", "", "P", "PPLQ", "9000")
                + line(7, "Of", "Of", "", "P", "PPL", "43000")
                + line(8, "Zorkshire", "Zorkshire", "", "A", "ADM1", "1000000")
                + line(
                    9, "French Republic", "French Republic", "France,Frankreich,FR,Francia,Gaul", "A", "PCLI",
                    "67000000"))
        #expect(table.format == .geonames && table.rows == 4 && table.leftOut == 5)
        let lines = table.contents.split(separator: "\n").map(String.init)
        #expect(
            lines.dropFirst() == [
                "place\tFrance\tFrench Republic|Frankreich|Francia|Gaul\t\tGeoNames 9",
                "place\tZorkshire\t\t\tGeoNames 8", "place\tQampton\t\t\tGeoNames 2",
                "place\tZürkwil\tZuerkwil|Zurkwil|Zürkwil Stadt\t\tGeoNames 1",
            ])
        // They go together with our own tables.
        let ours = try Gazetteer.tables(folder: TestSupport.checkout + "/index/gazetteers")
        let all = try Gazetteer(tables: [("mine", table.contents)] + ours)
        #expect(all.name(spelled: "Frankreich")?.name == "France" && all.name(spelled: "Zuerkwil")?.name == "Zürkwil")
        #expect(all.name(spelled: "Paris")?.name == "Paris" && all.name(spelled: "Tinyville") == nil)
    }

    @Test func theFirstTableWins() throws {
        let ours = try Gazetteer.tables(folder: TestSupport.checkout + "/index/gazetteers")
        let all = try Gazetteer(tables: [("mine", "organization\tBaku FC\tBaku\n")] + ours)
        #expect(all.name(spelled: "Baku")?.name == "Baku FC")
        #expect(all.name(spelled: "Tbilisi")?.type == .place)
    }
}
