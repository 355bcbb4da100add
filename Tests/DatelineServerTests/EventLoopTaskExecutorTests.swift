import NIOCore
import NIOPosix
import Testing

@testable import DatelineServer

@Suite struct EventLoopTaskExecutorTests {
    @Test func tasksAndTheirChildrenRunOnTheLoop() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let places = await withTaskExecutorPreference(EventLoopTaskExecutor(loop)) {
            async let child = loop.inEventLoop
            await Task.yield()
            return [loop.inEventLoop, await child, loop.inEventLoop]
        }
        #expect(places == [true, true, true])
        #expect(!loop.inEventLoop)
        try await group.shutdownGracefully()
    }
}
