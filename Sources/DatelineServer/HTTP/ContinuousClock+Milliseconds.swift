extension ContinuousClock.Instant {
    /// Milliseconds from this instant to now, to the microsecond.
    var milliseconds: Double {
        let elapsed = duration(to: .now)
        let microseconds = elapsed.components.seconds * 1_000_000 + elapsed.components.attoseconds / 1_000_000_000_000
        return Double(microseconds) / 1_000
    }
}
