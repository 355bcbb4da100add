import DatelineAPI
import SearchIndex

// The index's answers as the protocol's replies. One initializer a type; nothing is decided here.

extension DatelineAPI.IndexStamp {
    init(_ stamp: SearchIndex.IndexStamp) { self.init(uuid: stamp.uuid, revision: Int(clamping: stamp.revision)) }
}

extension DatelineAPI.Totals {
    init(_ totals: SearchIndex.Totals) {
        self.init(passages: totals.passages, articles: totals.articles, stories: totals.stories)
    }
}

extension SearchReply {
    init(_ result: SearchResult, text: String?, tookMs: Double) {
        self.init(
            index: .init(result.stamp), tookMs: tookMs, query: QueryEcho(text: text ?? "", parsed: result.parsed),
            total: .init(result.totals), exact: result.isExact, relaxed: result.relaxed,
            hits: result.hits.map(Hit.init),
            facets: Dictionary(
                result.facets.map { ($0.field, FacetReply($0)) }, uniquingKeysWith: { first, _ in first }),
            suggestion: result.suggestion, next: result.next, explanation: result.explanation,
            terms: result.terms?.map { QueryTermReply(term: $0.term, weight: $0.weight) })
    }
}

extension Hit {
    init(_ hit: SearchHit) {
        self.init(
            id: hit.id, score: hit.score, text: hit.passage.text, highlights: hit.highlights.map(ByteRange.init),
            bytes: ByteRange(hit.passage.range), article: ArticleSummary(hit.article),
            entities: hit.passage.entities.map(EntityReply.init),
            folded: FoldedCount(passages: hit.foldedPassages, articles: hit.foldedArticles),
            copies: hit.copies.flatMap { $0 > 0 ? $0 : nil },
            scoreParts: hit.scoreParts?.map(ScorePartReply.init))
    }
}

extension ScorePartReply {
    init(_ part: ScorePart) {
        self.init(term: part.term, article: part.article, passage: part.passage, feedback: part.isFeedback)
    }
}

extension EntityReply {
    init(_ entity: EntityView) {
        self.init(type: entity.type, name: entity.name, bytes: entity.range.map(ByteRange.init))
    }
}

extension ArticleSummary {
    init(_ article: ArticleView) {
        self.init(
            id: article.id, title: article.title, date: article.date, source: article.source, url: article.url)
    }
}

extension ArticleDetail {
    init(_ article: ArticleView, _ passages: [PassageView]) {
        self.init(
            id: article.id, title: article.title, date: article.date, dateline: article.dateline,
            source: article.source, url: article.url, section: article.section, language: article.language,
            authors: article.authors, tags: article.tags, text: passages.map(\.text).joined(),
            passages: passages.map { passage in
                ArticlePassage(
                    id: passage.id, number: passage.number, bytes: ByteRange(passage.range),
                    entities: passage.entities.map(EntityReply.init))
            })
    }
}

extension PassageDetail {
    init(_ passage: PassageView) {
        self.init(
            id: passage.id, number: passage.number, text: passage.text, bytes: ByteRange(passage.range),
            entities: passage.entities.map(EntityReply.init))
    }
}

extension FacetReply {
    init(_ facet: FacetResult) {
        self.init(
            values: facet.values.map(FacetValue.init), distinct: facet.distinct, truncated: facet.truncated)
    }
}

extension FacetValue {
    init(_ count: FacetCount) {
        self.init(
            value: count.value, articles: count.articles, passages: count.passages, selected: count.selected,
            lift: count.lift, stories: count.stories, versus: count.versus, logLikelihood: count.logLikelihood)
    }
}

extension FacetPageReply {
    init(_ page: FacetPage, tookMs: Double) {
        self.init(
            index: .init(page.stamp), tookMs: tookMs, field: page.facet.field,
            values: page.facet.values.map(FacetValue.init), distinct: page.facet.distinct,
            truncated: page.facet.truncated, exact: page.isExact, next: page.next)
    }
}

extension StoriesReply {
    init(_ page: StoryPage, tookMs: Double) {
        self.init(
            index: .init(page.stamp), tookMs: tookMs,
            stories: page.items.map { story in
                StorySummary(
                    article: ArticleSummary(story.first), articles: story.articles, first: story.firstDate,
                    last: story.lastDate, sources: story.sources)
            }, distinct: page.distinct, exact: page.isExact, next: page.next)
    }
}

extension CountReply {
    init(_ result: CountResult, text: String?, tookMs: Double) {
        self.init(
            index: .init(result.stamp), tookMs: tookMs, query: QueryEcho(text: text ?? "", parsed: result.parsed),
            total: .init(result.totals), exact: result.isExact)
    }
}

extension FieldsReply {
    init(index: DatelineAPI.IndexStamp, tookMs: Double) {
        self.init(
            index: index, tookMs: tookMs,
            fields: Field.all.map { field in
                FieldDescription(
                    name: field.name, kind: "\(field.kind)", description: field.description, example: field.example,
                    facet: field.isCountable)
            })
    }
}

extension IngestReply {
    init(_ report: IngestReport, index: SearchIndex.IndexStamp, tookMs: Double) {
        self.init(
            index: .init(index), tookMs: tookMs, received: report.received, added: report.added,
            replaced: report.replaced, unchanged: report.unchanged, passages: report.passages,
            errors: report.failures.map(IngestError.init), errorsOmitted: report.failuresOmitted,
            warnings: report.warnings.map(IngestError.init), warningsOmitted: report.warningsOmitted)
    }
}

extension IngestError {
    init(_ failure: IngestFailure) {
        self.init(
            name: failure.name, line: failure.line, id: failure.id, code: failure.code, message: failure.message,
            hint: failure.hint)
    }
}

extension StatusReply {
    init(_ index: Index, limits: ServerLimits, started: ContinuousClock.Instant, tookMs: Double) {
        let status = index.status()
        self.init(
            index: .init(status.stamp), tookMs: tookMs, version: Release.version, xapian: Index.xapianVersion,
            database: DatabaseStatus(path: index.path, bytes: DiskUsage.bytes(inFolder: index.path)),
            columns: ColumnsStatus(bytes: status.columnBytes),
            caches: status.caches.mapValues { CacheStatus(hits: $0.hits, misses: $0.misses, bytes: $0.bytes) },
            articles: status.articles, passages: status.passages, corrections: status.corrections,
            uptimeS: started.milliseconds / 1_000,
            schemaVersion: Schema.version, limits: limits.named)
    }
}
