import Corpus

/// What became of a body of articles.
package struct IngestReport: Equatable, Sendable {
    package var received = 0
    package var added = 0
    package var replaced = 0
    package var unchanged = 0
    /// Passages written.
    package var passages = 0
    /// The first `maxFailures` failures, in the order of the input.
    package var failures: [IngestFailure] = []
    package var failuresOmitted = 0

    /// The first `maxWarnings` warnings: of articles that went in with something missing.
    package var warnings: [IngestFailure] = []
    package var warningsOmitted = 0

    package static let maxFailures = 1_000
    /// Warnings repeat one another, so fewer tell as much.
    package static let maxWarnings = 100

    package init() {}

    /// Whether nothing failed.
    package var isComplete: Bool { failures.isEmpty }

    /// The report on a prepared body; `written` has an outcome for each article that needed writing.
    init(_ prepared: [Preparer.Prepared], written: Result<[ChangeOutcome], SearchIndexError>) {
        var next = 0
        for item in prepared {
            received += 1
            switch item {
            case .failure(let failure): add(failure)
            case .unchanged: unchanged += 1
            case .article(let article, let name):
                switch written {
                case .failure(let error): add(IngestFailure(error, id: article.article.id, name: name))
                case .success(let outcomes):
                    if case .ingested(let outcome) = outcomes[next] { add(outcome) }
                    if let warning = article.warning {
                        add(warning: IngestFailure(warning, id: article.article.id, name: name))
                    }
                }
                next += 1
            }
        }
    }

    /// Counts an article and what became of it.
    mutating func count(_ outcome: IngestOutcome) {
        received += 1
        add(outcome)
    }

    private mutating func add(_ outcome: IngestOutcome) {
        switch outcome {
        case .added(let count):
            added += 1
            passages += count
        case .replaced(let count):
            replaced += 1
            passages += count
        case .unchanged: unchanged += 1
        }
    }

    private mutating func add(_ failure: IngestFailure) {
        if failures.count < Self.maxFailures { failures.append(failure) } else { failuresOmitted += 1 }
    }

    /// Notes what an article that goes in lacks.
    mutating func add(warning: IngestFailure) {
        if warnings.count < Self.maxWarnings { warnings.append(warning) } else { warningsOmitted += 1 }
    }

    /// Counts a record that could not even be read.
    package mutating func addReceived(_ failure: IngestFailure) {
        received += 1
        add(failure)
    }

    /// Adds another report's figures to this one's.
    package mutating func add(_ other: IngestReport) {
        received += other.received
        added += other.added
        replaced += other.replaced
        unchanged += other.unchanged
        passages += other.passages
        failuresOmitted += other.failuresOmitted
        warningsOmitted += other.warningsOmitted
        for failure in other.failures { add(failure) }
        for warning in other.warnings { add(warning: warning) }
    }
}
