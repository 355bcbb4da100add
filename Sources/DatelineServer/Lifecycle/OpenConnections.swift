import NIOCore
import Synchronization

/// The connections of a server, which are told when it is to end.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isEnding = false
    }

    private let state = Mutex(State())

    func add(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        let isEnding = state.withLock { state in
            state.channels[id] = channel
            return state.isEnding
        }
        channel.closeFuture.whenComplete { [weak self] _ in self?.remove(id) }
        if isEnding { Self.end(channel) }
    }

    /// Has those closed that wait for a request, and the others when their reply has gone out.
    func end() {
        let channels = state.withLock { state in
            state.isEnding = true
            return Array(state.channels.values)
        }
        for channel in channels { Self.end(channel) }
    }

    private func remove(_ id: ObjectIdentifier) { state.withLock { _ = $0.channels.removeValue(forKey: id) } }

    private static func end(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}
