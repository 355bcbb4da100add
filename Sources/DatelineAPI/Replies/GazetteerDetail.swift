/// One gazetteer of the user's own.
package struct GazetteerDetail: Codable, JSONWritable, Equatable, Sendable {
    /// What it is called.
    package var name: String
    /// Its rows.
    package var rows: Int
    /// Its size on disk.
    package var bytes: Int
    /// Why it is not used, when it is not.
    package var problem: String?

    package init(name: String, rows: Int, bytes: Int, problem: String? = nil) {
        self.name = name
        self.rows = rows
        self.bytes = bytes
        self.problem = problem
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("name", name)
            $0.field("problem", ifPresent: problem)
            $0.field("rows", rows)
        }
    }
}
