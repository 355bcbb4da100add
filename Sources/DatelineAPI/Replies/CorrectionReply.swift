/// A correction of a name, as it is kept.
package struct CorrectionReply: Codable, JSONWritable, Equatable, Sendable {
    /// Never used twice.
    package var number: Int
    /// When it was made: `2025-08-09T12:30:00Z`.
    package var time: String
    /// The user id of who made it.
    package var uid: Int
    /// `alias`, `merge`, `split`, `hide` or `retype`.
    package var verb: String
    /// `TYPE=NAME`.
    package var name: String
    /// What it becomes: `TYPE=NAME`, or for `retype` a type; nil when it is hidden.
    package var into: String?
    /// What the articles have in which it does: `FIELD=VALUE`.
    package var `where`: [String]

    package init(
        number: Int, time: String, uid: Int, verb: String, name: String, into: String?, where conditions: [String]
    ) {
        self.number = number
        self.time = time
        self.uid = uid
        self.verb = verb
        self.name = name
        self.into = into
        self.where = conditions
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("into", ifPresent: into)
            $0.field("name", name)
            $0.field("number", number)
            $0.field("time", time)
            $0.field("uid", uid)
            $0.field("verb", verb)
            $0.field("where", self.where)
        }
    }
}
