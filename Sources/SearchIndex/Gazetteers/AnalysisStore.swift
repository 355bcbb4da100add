import Synchronization

/// Where a new analysis is published and analysis threads find it, between one article and the next.
final class AnalysisStore: Sendable {
    private let analysis: Mutex<Analysis>

    init(_ first: Analysis) { analysis = Mutex(first) }

    var newest: Analysis { analysis.withLock { $0 } }

    func publish(_ newer: Analysis) { analysis.withLock { $0 = newer } }
}
