/// A query of a judged collection, and which articles answer it.
package struct JudgedQuery: Sendable {
    package var id: String
    /// The query as the file has it.
    package var text: String
    /// The grade of each article that was judged: below 1 is not relevant, more is better.
    package var grades: [String: Int]

    package init(id: String, text: String, grades: [String: Int]) {
        self.id = id
        self.text = text
        self.grades = grades
    }

    /// Whether any article answers it. Without one there is nothing that a ranking could get right or wrong.
    var isAnswered: Bool { grades.values.contains { $0 >= 1 } }
}
