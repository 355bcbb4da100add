import Glibc
import Synchronization

/// Tells which database folder is in place: moves on when a load exchanges it for another.
///
/// A Xapian handle opens its files by path, so opening or reopening while two folders are exchanged could mix both, and
/// reopening a handle of the folder that was there before would. Whoever opens goes through `settled`, and opens anew
/// when the number is not the one that the handle was opened under.
final class Generation: Sendable {
    /// Twice the number of exchanges done, and one more during one.
    private let steps = Atomic(0)

    /// The number of the generation in place.
    var number: Int { steps.load(ordering: .sequentiallyConsistent) / 2 }

    /// Runs `body`, which exchanges the folders. For the writer alone. When it fails, handles are opened anew all the same.
    func exchange(_ body: () throws(SearchIndexError) -> Void) throws(SearchIndexError) {
        steps.add(1, ordering: .sequentiallyConsistent)
        defer { steps.add(1, ordering: .sequentiallyConsistent) }
        try body()
    }

    /// Runs `body`, which opens or reopens a handle, with the number of the generation in place; again when the folders
    /// were exchanged meanwhile, for what it opened or how it failed then says nothing.
    func settled<R>(_ body: (Int) throws(SearchIndexError) -> R) throws(SearchIndexError) -> R {
        while true {
            let before = steps.load(ordering: .sequentiallyConsistent)
            guard before % 2 == 0 else {
                // An exchange is one system call.
                usleep(50)
                continue
            }
            let result: Result<R, SearchIndexError>
            do { result = .success(try body(before / 2)) } catch { result = .failure(error) }
            if steps.load(ordering: .sequentiallyConsistent) == before { return try result.get() }
        }
    }
}
