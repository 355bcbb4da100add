internal import FoundationEssentials

extension Gazetteer {
    /// The gazetteer of all files `*.tsv` in `folder`, read in the order of their names. Blocks.
    /// - Throws: `GazetteerError`: unreadable, empty, notText, or what a row is wrong about.
    package static func load(folder: String) throws(GazetteerError) -> Gazetteer {
        try Gazetteer(tables: try tables(folder: folder))
    }

    /// The files `*.tsv` in `folder`, in the order of their names. Blocks.
    /// - Throws: `GazetteerError`: unreadable, empty, notText.
    package static func tables(folder: String) throws(GazetteerError) -> [(name: String, contents: String)] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw GazetteerError(
                code: .unreadable, message: "\(folder): cannot list the folder",
                hint: "give the folder of the gazetteers, index/gazetteers in a checkout")
        }
        let tables = names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }.sorted()
        guard !tables.isEmpty else {
            throw GazetteerError(
                code: .empty, message: "\(folder): no *.tsv file in it",
                hint: "give the folder of the gazetteers, index/gazetteers in a checkout")
        }
        return try tables.map { (name: String) throws(GazetteerError) in
            (name, try contents(of: folder + "/" + name))
        }
    }

    /// The text of a file. Blocks.
    /// - Throws: `GazetteerError`: unreadable, notText.
    package static func contents(of path: String) throws(GazetteerError) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw GazetteerError(
                code: .unreadable, message: "\(path): cannot read the file", hint: "check that it is readable")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw GazetteerError(code: .notText, message: "\(path): not UTF-8", hint: "save it as UTF-8")
        }
        return text
    }
}
