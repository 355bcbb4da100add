/// A line of a watch that is no hit: it has one of these keys.
package struct WatchMark: Codable, JSONWritable, Equatable, Sendable {
    /// What the first line says.
    package struct Beginning: Codable, JSONWritable, Equatable, Sendable {
        /// The index, and the revision that the watch goes on from.
        package var index: IndexStamp
        /// The query as it was understood; nil for standing queries.
        package var parsed: String?
        /// The version of the format.
        package var schema = DatelineAPI.schema

        package init(index: IndexStamp, parsed: String?) {
            self.index = index
            self.parsed = parsed
        }

        package func write(to json: inout JSONWriter) {
            json.object {
                $0.field("index", index)
                $0.field("parsed", ifPresent: parsed)
                $0.field("schema", schema)
            }
        }
    }

    /// The first line.
    package var begin: Beginning?
    /// All that came up to this revision has been sent. Comes after each commit, and now and then.
    package var through: Int?
    /// The last line: why the watch ends.
    package var end: ErrorDetail?

    package init(begin: Beginning) { self.begin = begin }
    package init(through: Int) { self.through = through }
    package init(end: ErrorDetail) { self.end = end }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("begin", ifPresent: begin)
            $0.field("end", ifPresent: end)
            $0.field("through", ifPresent: through)
        }
    }
}
