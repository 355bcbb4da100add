/// What a check of an index found.
package struct CheckReport: Equatable, Sendable {
    /// A file of the index that was looked at, by its path in the index's folder.
    package struct File: Equatable, Sendable {
        package var name: String
        package var bytes: Int
    }

    /// Something that is not as it should be.
    package struct Problem: Equatable, Sendable {
        /// The file that it is in, by its path in the index's folder.
        package var file: String
        package var message: String
        /// How often it was found.
        package var count: Int
    }

    package var files: [File] = []
    package var problems: [Problem] = []
    /// Articles with a record that reads back.
    package var articles = 0
    /// Passages that there are.
    package var passages = 0

    package var isSound: Bool { problems.isEmpty }

    mutating func add(_ file: String, _ message: String, count: Int = 1) {
        if count > 0 { problems.append(Problem(file: file, message: message, count: count)) }
    }
}
