import HTTPTypes
import SearchIndex
import Synchronization

/// What the daemon counts of its own work, from its start on.
final class ServerMetrics: Sendable {
    /// A route's requests that were answered with one status.
    struct Answered: Hashable, Sendable {
        var route: Route.Name
        var status: Int
    }

    /// When the daemon started, in seconds since 1970.
    let started = ProcessFigures.secondsSince1970
    /// How long requests took, by route; a stream's time ends with its body.
    let requestSeconds: [Route.Name: Histogram]
    /// How long commits took that went through.
    let commitSeconds = Histogram()
    /// Commits that failed.
    let failedCommits = Counter()
    /// What became of the articles that were sent.
    let added = Counter()
    let replaced = Counter()
    let unchanged = Counter()
    let failed = Counter()
    private let answered = Mutex<[Answered: Int]>([:])

    init() {
        requestSeconds = Dictionary(uniqueKeysWithValues: Route.Name.allCases.map { ($0, Histogram()) })
    }

    /// How many requests were answered, by route and status.
    var requests: [Answered: Int] { answered.withLock { $0 } }

    /// Counts a request.
    func count(_ route: Route.Name, _ status: HTTPResponse.Status, seconds: Double) {
        answered.withLock { $0[Answered(route: route, status: status.code), default: 0] += 1 }
        requestSeconds[route]?.add(seconds: seconds)
    }

    /// Counts the articles of a request.
    func count(_ report: IngestReport) {
        added.add(report.added)
        replaced.add(report.replaced)
        unchanged.add(report.unchanged)
        failed.add(report.failures.count + report.failuresOmitted)
    }

    /// Counts a commit.
    func count(_ commit: CommitRecord) {
        let seconds = Double(commit.time.components.seconds) + Double(commit.time.components.attoseconds) / 1e18
        if commit.isDone { commitSeconds.add(seconds: seconds) } else { failedCommits.add() }
    }
}
