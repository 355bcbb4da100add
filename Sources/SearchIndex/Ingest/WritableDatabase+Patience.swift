import Glibc
import XapianKit

extension WritableDatabase {
    /// Opens a database that this process may have closed just now.
    ///
    /// A program that another thread starts at this moment holds a copy of every descriptor until it runs, and with
    /// them the database's lock: so a lock is waited for, for a moment. Blocks.
    /// - Throws: `locked` when somebody really holds it, `storage`, `corrupt`.
    static func opened(_ path: String, _ mode: Mode, synchronous: Bool = true) throws(SearchIndexError)
        -> WritableDatabase
    {
        for _ in 0..<50 {
            do {
                return try WritableDatabase(path: path, mode: mode, synchronous: synchronous)
            } catch {
                guard error.code == .databaseLock else { throw .storage(error) }
                usleep(20_000)
            }
        }
        return try SearchIndexError.translating { () throws(XapianError) in
            try WritableDatabase(path: path, mode: mode, synchronous: synchronous)
        }
    }
}
