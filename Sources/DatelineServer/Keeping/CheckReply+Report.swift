import DatelineAPI
import SearchIndex

extension CheckReply {
    init(_ report: CheckReport, index: DatelineAPI.IndexStamp, tookMs: Double) {
        self.init(
            index: index, tookMs: tookMs, articles: report.articles, passages: report.passages,
            files: report.files.map { CheckedFile(name: $0.name, bytes: $0.bytes) },
            problems: report.problems.map { CheckProblem(file: $0.file, message: $0.message, count: $0.count) })
    }
}
