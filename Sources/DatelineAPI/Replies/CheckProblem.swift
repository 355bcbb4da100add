/// Something that a check has found.
package struct CheckProblem: Codable, JSONWritable, Equatable, Sendable {
    /// The file that it is in, by its path in the index's folder.
    package var file: String
    /// What is wrong.
    package var message: String
    /// How often it was found.
    package var count: Int

    package init(file: String, message: String, count: Int) {
        self.file = file
        self.message = message
        self.count = count
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("count", count)
            $0.field("file", file)
            $0.field("message", message)
        }
    }
}
