extension ExitStatus {
    /// What it says, for the manual.
    package var meaning: String {
        switch self {
        case .success: "Something matched, or everything was accepted."
        case .nothing: "Nothing matched."
        case .usage: "A mistake in the command line or the query."
        case .partial: "Some of it failed; standard error says which."
        case .noDaemon: "No daemon answers."
        case .permission: "The daemon or its socket is not for this user."
        case .staleCursor: "The cursor is older than the index: begin again."
        case .damaged: "The index is damaged."
        case .formatTooOld: "The version of the formats that was asked for is too old."
        case .formatTooNew: "The version of the formats that was asked for is too new."
        case .tryAgain: "Try again later."
        case .interrupted: "Interrupted."
        }
    }
}
