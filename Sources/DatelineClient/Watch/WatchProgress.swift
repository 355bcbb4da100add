import DatelineAPI
import Synchronization

/// What a watch has seen: what it needs to go on from on another connection, so that nothing is lost and nothing comes
/// twice.
final class WatchProgress: Sendable {
    /// What becomes of a line.
    enum Step: Sendable {
        /// It is to be printed.
        case hit(revision: Int)
        /// The hit was printed before the connection was lost.
        case seen
        case mark(WatchMark)
    }

    /// The keys of all kinds of lines that matter here.
    private struct Line: Decodable {
        var id: String?
        var revision: Int?
        var query: String?
        var begin: WatchMark.Beginning?
        var through: Int?
        var end: ErrorDetail?
    }

    private struct Key: Hashable {
        var id: String
        var revision: Int
        var query: String?
    }

    private struct State {
        var uuid: String?
        var through: Int?
        /// What came after `through`.
        var seen: Set<Key> = []
        var hits = 0
        var end: ErrorDetail?
    }

    private let state = Mutex(State())

    /// The index that is watched; nil before the first line.
    var uuid: String? { state.withLock { $0.uuid } }
    /// All up to this revision has been seen; nil before the first line.
    var through: Int? { state.withLock { $0.through } }
    /// How many hits there were.
    var hits: Int { state.withLock { $0.hits } }
    /// Why the daemon has ended the watch.
    var end: ErrorDetail? { state.withLock { $0.end } }

    /// Another connection begins.
    func restart() { state.withLock { $0.end = nil } }

    /// Reads a line, and remembers it.
    /// - Throws: ``ClientError`` `bad_reply`.
    func note(_ bytes: ArraySlice<UInt8>) throws(ClientError) -> Step {
        let line: Line
        do throws(RequestError) { line = try JSON.decode(Line.self, from: Array(bytes)) } catch {
            throw Self.unknown
        }
        return try state.withLock { state throws(ClientError) in
            if let begin = line.begin {
                state.uuid = begin.index.uuid
                if state.through == nil { state.through = begin.index.revision }
                return .mark(WatchMark(begin: begin))
            }
            if let through = line.through {
                state.through = through
                state.seen.removeAll(keepingCapacity: true)
                return .mark(WatchMark(through: through))
            }
            if let end = line.end {
                state.end = end
                return .mark(WatchMark(end: end))
            }
            guard let id = line.id, let revision = line.revision else { throw Self.unknown }
            guard state.seen.insert(Key(id: id, revision: revision, query: line.query)).inserted else { return .seen }
            state.hits += 1
            return .hit(revision: revision)
        }
    }

    private static let unknown = ClientError(
        .badReply, "a line of the watch is not one of datelined",
        hint: "is another program, or another version, listening on this socket?", exitStatus: .noDaemon)
}
