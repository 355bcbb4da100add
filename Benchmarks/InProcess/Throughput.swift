import SearchIndex

/// How many searches a second an index answers to one client and to two, each of whom asks again as soon as it has an
/// answer.
struct Throughput {
    let index: Index
    let queries: [SearchQuery]
    /// How long each of the turns takes, and how many there are of each number of clients.
    static let turn = Duration.seconds(3)
    static let turns = 3

    /// Searches a second with one client on one core, with one whose broad queries use both, and with two clients:
    /// medians of turns that alternate.
    func measure() async throws -> [Double] {
        // Everybody's caches are as warm as they get.
        for query in queries { _ = try await index.search(query) }
        let alone = queries.map { query in
            var query = query
            query.split = false
            return query
        }
        var rates: [[Double]] = [[], [], []]
        for _ in 0..<Self.turns {
            rates[0].append(try await rate(alone, clients: 1))
            rates[1].append(try await rate(queries, clients: 1))
            rates[2].append(try await rate(queries, clients: 2))
        }
        return rates.map { $0.sorted()[Self.turns / 2] }
    }

    private func rate(_ queries: [SearchQuery], clients: Int) async throws -> Double {
        let start = ContinuousClock.now
        let answered = try await withThrowingTaskGroup(of: Int.self) { group in
            for client in 0..<clients {
                group.addTask {
                    var count = 0
                    // The clients begin at different places, so that they do not ask the same at the same time.
                    var next = client * queries.count / clients
                    while start.duration(to: .now) < Self.turn {
                        _ = try await index.search(queries[next % queries.count])
                        next += 1
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(answered) / (start.duration(to: .now) / .seconds(1))
    }
}
