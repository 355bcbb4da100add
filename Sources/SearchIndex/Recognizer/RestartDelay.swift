/// When a program that failed is started again: at once the first time that it ends, else after ever longer pauses.
struct RestartDelay {
    private var failures = 0
    private var until: ContinuousClock.Instant?

    /// No pause is longer.
    static let longest = Duration.seconds(600)

    /// How long it still rests; nil when it may be started.
    var remaining: Duration? {
        guard let until else { return nil }
        let rest = ContinuousClock.now.duration(to: until)
        return rest > .zero ? rest : nil
    }

    mutating func succeeded() { self = RestartDelay() }

    /// Notes a failure that cost `lost` time: the pause is no shorter, so that a program which never answers takes at most
    /// half of the time.
    mutating func failed(costing lost: Duration, isSilent: Bool) {
        failures += 1
        if failures == 1, !isSilent { return }
        until = .now + min(max(lost, .seconds(1 << min(failures, 10))), Self.longest)
    }
}
