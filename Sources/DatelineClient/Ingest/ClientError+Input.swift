import Glibc

/// Why a file or a line cannot be sent.
extension ClientError {
    static func unreadable(_ error: SystemError) -> ClientError {
        if error.number == EILSEQ {
            return ClientError(.unreadable, "this is not a whole gzip or zstd file", exitStatus: .partial)
        }
        if error.number == ENOPKG {
            return ClientError(
                .unreadable, "the program that decompresses it is not installed", hint: "install gzip or zstd",
                exitStatus: .partial)
        }
        return ClientError(.unreadable, "cannot read it: \(error)", exitStatus: .partial)
    }

    static func tooLarge(_ limit: Int) -> ClientError {
        ClientError(
            .tooLarge, "longer than \(Wording.bytes(limit))", hint: "split it, for example into lines of NDJSON",
            exitStatus: .partial)
    }
}
