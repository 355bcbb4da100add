internal import CXapian

extension WritableDatabase {
    /// Commits what is pending. Durable when it returns, unless opened with `synchronous: false`.
    /// - Throws: what writing throws; `.invalidOperation` (a transaction is open).
    package func commit() throws(XapianError) {
        try Shim.call { cxapian_writer_commit(writer, $0) }
    }

    /// Commits what is pending, then opens a transaction.
    /// - Throws: what writing throws; `.invalidOperation` (one is open).
    package func beginTransaction() throws(XapianError) {
        try Shim.call { cxapian_writer_begin_transaction(writer, $0) }
    }

    /// Commits the open transaction. Durable as `commit()`.
    /// - Throws: what writing throws; `.invalidOperation` (none is open).
    package func commitTransaction() throws(XapianError) {
        try Shim.call { cxapian_writer_commit_transaction(writer, $0) }
    }

    /// Drops the open transaction.
    /// - Throws: what writing throws; `.invalidOperation` (none is open).
    package func cancelTransaction() throws(XapianError) {
        try Shim.call { cxapian_writer_cancel_transaction(writer, $0) }
    }
}
