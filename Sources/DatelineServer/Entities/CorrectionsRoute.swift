import DatelineAPI
import HTTPTypes
import SearchIndex

/// Answers `/v1/entities/corrections`: lists what is in force, adds to it, takes back.
struct CorrectionsRoute {
    let index: Index
    let clock: ContinuousClock.Instant

    func list() -> CorrectionsReply {
        CorrectionsReply(index.correctionsInForce, tookMs: clock.milliseconds)
    }

    /// Makes all of the corrections, or none.
    /// - Parameter uid: the user id of who asks.
    func add(_ requests: [CorrectionRequest], uid: UInt32) async throws -> CorrectionsReply {
        var corrections: [Correction] = []
        for (place, request) in requests.enumerated() {
            do { corrections.append(try await correction(request)) } catch let error as SearchIndexError {
                throw fault(error, at: place, of: requests)
            }
        }
        do {
            return CorrectionsReply(
                try await index.correct(corrections, uid: uid), tookMs: clock.milliseconds)
        } catch {
            guard let number = error.number else { throw error }
            throw fault(error, at: number - 1, of: requests)
        }
    }

    /// Takes back `last`, `7` or `7-12`.
    func undo(_ text: String) async throws -> CorrectionsReply {
        var numbers: ClosedRange<Int>?
        if text != "last" {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last
            else {
                throw APIError(
                    .badRequest, code: RequestError.Code.invalidParameter.rawValue,
                    "\(text) is not the number of a correction", hint: "give last, a number or two as in 7-12")
            }
            numbers = first...last
        }
        return CorrectionsReply(try await index.undoCorrections(numbers), tookMs: clock.milliseconds)
    }

    private func correction(_ request: CorrectionRequest) async throws -> Correction {
        guard let verb = request.verb, let name = request.name else {
            throw APIError(
                .badRequest, code: RequestError.Code.invalidParameter.rawValue, "a correction has a verb and a name")
        }
        var conditions = request.where
        for id in request.articles { conditions.append("article=\(id)") }
        for place in conditions.indices where conditions[place].hasPrefix("article=") {
            conditions[place] = "article=\(try await articleID(String(conditions[place].dropFirst(8))))"
        }
        return try Correction(verb: verb, name: name, into: request.into, where: conditions)
    }

    /// A passage's id, as search prints it, stands for its article.
    private func articleID(_ id: String) async throws -> String {
        guard let passage = PassageID(id), try await index.article(id: id) == nil else { return id }
        return passage.article
    }

    /// The error of one of several corrections: it says which.
    private func fault(_ error: SearchIndexError, at place: Int, of requests: [CorrectionRequest]) -> APIError {
        var error = error
        if let line = requests[place].line {
            error.message = "line \(line): \(error.message)"
        } else if requests.count > 1 {
            error.message = "correction \(place + 1) of \(requests.count): \(error.message)"
        }
        return APIError(error)
    }
}
