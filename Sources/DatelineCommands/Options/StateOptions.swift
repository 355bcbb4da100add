import ArgumentParser
import DatelineAPI
import DatelineClient

/// Which state of the index must be there.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only when the index is still at this revision, or that of a file that --pin wrote.",
            valueName: "revision|file"))
    var at: String?

    /// What the daemon is asked for.
    func state() throws -> String? {
        guard let at else { return nil }
        // A revision, with or without what stands before and behind it.
        if let last = at.split(separator: "@").last, last.allSatisfy({ $0.isNumber || $0 == "." }) { return at }
        return try VerifyInvocation.manifest(in: at).at
    }
}
