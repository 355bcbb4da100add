/// How a reply is printed.
package enum OutputFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// The reply as the daemon sent it.
    case json
    /// One JSON object a line for each hit, value, or thing.
    case ndjson
    /// One line each, columns with tabs between them; tabs, line ends and backslashes in a value are written `\t`,
    /// `\n`, `\r`, `\\`.
    case tsv
    /// What other commands accept, one a line.
    case ids
}
