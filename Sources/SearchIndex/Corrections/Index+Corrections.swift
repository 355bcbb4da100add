import Glibc

extension Index {
    /// The corrections in force.
    package var correctionsInForce: CorrectionOutcome { outcome(corrections.entries) }
    var corrections: CorrectionList { snapshot.corrections }

    /// Adds corrections: all of them, or none. Those that are in force already are left out. They are on disk, and hold
    /// for every search that begins later, when this returns. It waits for what is being written.
    /// - Throws: `badCorrection`, with the place in `corrections`, from 1, of the one at fault as its `number`;
    ///   `busy`, `storage`, `unavailable`.
    package func correct(_ corrections: [Correction], uid: UInt32) async throws(SearchIndexError) -> CorrectionOutcome {
        let place = try writePlace()
        defer { withExtendedLifetime(place) {} }
        let time = Self.time()
        do {
            let (changed, unknown) = try await writer.correct { list throws(SearchIndexError) in
                try list.add(corrections, time: time, uid: uid)
            }
            var outcome = outcome(changed)
            outcome.unknown = unknown
            return outcome
        } catch {
            guard let faulty = error.correction else { throw error }
            var error = error
            error.number = corrections.firstIndex(of: faulty).map { $0 + 1 }
            throw error
        }
    }

    /// Takes back the corrections with these numbers; without any, the last one.
    /// - Throws: `noSuchCorrection` when there is none; `busy`, `storage`, `unavailable`.
    package func undoCorrections(_ numbers: ClosedRange<Int>?) async throws(SearchIndexError) -> CorrectionOutcome {
        let place = try writePlace()
        defer { withExtendedLifetime(place) {} }
        return outcome(try await writer.correct { list throws(SearchIndexError) in try list.remove(numbers) }.changed)
    }

    private func outcome(_ changed: [RecordedCorrection]) -> CorrectionOutcome {
        CorrectionOutcome(stamp: stamp, changed: changed, total: corrections.entries.count)
    }

    /// Now, as `2025-08-09T12:30:00Z`.
    private static func time() -> String {
        var now = Glibc.time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { text in
            let count = strftime(text.baseAddress, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
            return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }
}
