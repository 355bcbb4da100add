import Glibc

/// A second thread for one searcher: it scans one half of the passages while the searcher scans the other.
final class ScanAssistant {
    private let mailbox = Mailbox()
    private let workspace = AssistantWorkspace()

    init() { mailbox.startThread() }

    deinit { mailbox.close() }

    /// Runs `theirs` on the assistant's thread while `ours` runs here; returns both results. Blocks until both are there.
    func both<R: Sendable>(_ ours: () -> R, _ theirs: @escaping @Sendable (Workspace) -> R) -> (R, R) {
        let result = Handover<R>()
        let workspace = workspace
        mailbox.put { result.give(theirs(workspace.workspace)) }
        let mine = ours()
        return (mine, result.take())
    }

    /// The assistant's buffers.
    private final class AssistantWorkspace: @unchecked Sendable {
        // @unchecked Sendable: only jobs in the mailbox touch the workspace, and one thread runs these one by one.
        let workspace = Workspace()
    }
}
