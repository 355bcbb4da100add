import Hummingbird
import Logging
import NIOCore
import SearchIndex

/// What a request comes with: the logger, and the flag that is raised when its connection is gone.
struct ConnectionContext: InitializableFromSource {
    let logger: Logger
    let cancellation: Cancellation

    /// Made on the connection's event loop.
    init(source: ApplicationRequestContextSource) {
        logger = source.logger
        let watch = try? source.channel.pipeline.syncOperations.handler(type: ConnectionWatch.self)
        // Without a watch the connection is closed already, and its handlers are gone.
        cancellation = watch?.cancellation ?? Cancellation()
        if watch == nil { cancellation.cancel() }
    }
}
