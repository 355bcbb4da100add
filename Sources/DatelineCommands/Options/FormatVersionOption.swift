import ArgumentParser
import DatelineClient

/// Which version of the formats a script was written for.
struct FormatVersionOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The version of the formats that the script knows; now \(FormatVersion.current).", valueName: "number"))
    var formatVersion: Int?

    /// - Throws: ``ClientError`` for a version that cannot be printed.
    func check() throws(ClientError) { try FormatVersion.check(formatVersion) }
}
