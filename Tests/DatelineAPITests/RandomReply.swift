import DatelineAPI
import TestSupport

/// Replies of every kind with random contents: hostile strings, extreme numbers, absent and empty parts.
struct RandomReply {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    private mutating func next() -> UInt64 { random.next() }
    private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    private mutating func flag() -> Bool { next() & 1 == 0 }

    private mutating func integer() -> Int {
        let bits = next()
        return Int(truncatingIfNeeded: bits) >> below(64)
    }

    private mutating func number() -> Double {
        switch below(4) {
        case 0: return Double(integer())
        case 1: return Double(integer()) / 1_000
        case 2: return Double(next() >> 11) * 0x1p-53
        default:
            let any = Double(bitPattern: next())
            return any.isFinite ? any : 0
        }
    }

    private mutating func text() -> String {
        let alphabets: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7E, 0x22...0x22, 0x5C...0x5C, 0x2F...0x2F, 0x7F...0xFF, 0x2000...0x2100,
            0x4E00...0x4F00, 0x1F600...0x1F64F,
        ]
        var text = ""
        for _ in 0..<below(20) {
            let alphabet = alphabets[below(alphabets.count)]
            let value = alphabet.lowerBound + UInt32(below(alphabet.count))
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { flag() ? make(&self) : nil }

    private mutating func some<T>(_ make: (inout Self) -> T) -> [T] {
        var values: [T] = []
        for _ in 0..<below(4) { values.append(make(&self)) }
        return values
    }

    private mutating func named<T>(_ make: (inout Self) -> T) -> [String: T] {
        Dictionary(some { ($0.text(), make(&$0)) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func stamp() -> IndexStamp { IndexStamp(uuid: text(), revision: integer()) }
    private mutating func range() -> ByteRange { ByteRange(start: integer(), end: integer()) }
    private mutating func totals() -> Totals {
        Totals(passages: integer(), articles: integer(), stories: maybe { $0.integer() })
    }
    private mutating func echo() -> QueryEcho { QueryEcho(text: text(), parsed: text()) }
    private mutating func entity() -> EntityReply {
        EntityReply(type: text(), name: text(), bytes: maybe { $0.range() })
    }
    private mutating func summary() -> ArticleSummary {
        ArticleSummary(
            id: text(), title: maybe { $0.text() }, date: maybe { $0.text() }, source: maybe { $0.text() },
            url: maybe { $0.text() })
    }
    private mutating func value() -> FacetValue {
        FacetValue(
            value: text(), articles: integer(), passages: integer(), selected: flag(), lift: maybe { $0.number() },
            stories: maybe { $0.integer() }, versus: maybe { $0.integer() }, logLikelihood: maybe { $0.number() })
    }
    private mutating func hit() -> Hit {
        Hit(
            id: text(), score: number(), text: text(), highlights: some { $0.range() }, bytes: range(),
            article: summary(), entities: some { $0.entity() },
            folded: maybe { FoldedCount(passages: $0.integer(), articles: $0.integer()) },
            copies: maybe { $0.integer() })
    }
    private mutating func detail() -> ErrorDetail {
        ErrorDetail(
            code: text(), message: text(), hint: maybe { $0.text() }, position: maybe { $0.integer() })
    }

    mutating func search() -> SearchReply {
        SearchReply(
            index: stamp(), tookMs: number(), query: echo(), total: totals(), exact: flag(), relaxed: flag(),
            hits: some { $0.hit() },
            facets: named {
                FacetReply(values: $0.some { $0.value() }, distinct: $0.integer(), truncated: $0.flag())
            },
            suggestion: maybe { $0.text() }, next: maybe { $0.text() },
            explanation: maybe { $0.some { $0.text() } })
    }
    mutating func facetPage() -> FacetPageReply {
        FacetPageReply(
            index: stamp(), tookMs: number(), field: text(), values: some { $0.value() }, distinct: integer(),
            truncated: flag(), exact: flag(), next: maybe { $0.text() })
    }
    mutating func pairs() -> PairsReply {
        PairsReply(
            index: stamp(), tookMs: number(), fields: some { $0.text() }, total: totals(),
            pairs: some {
                PairValue(
                    first: $0.text(), second: $0.text(), articles: $0.integer(), passages: $0.integer(),
                    lift: $0.number(), logLikelihood: $0.number())
            }, distinct: integer(), exact: flag(), next: maybe { $0.text() })
    }
    mutating func screen() -> ScreenReply {
        ScreenReply(
            index: stamp(), tookMs: number(),
            names: some {
                ScreenedReply(
                    name: $0.text(), found: $0.text(), distance: $0.maybe { $0.integer() },
                    entities: $0.some { $0.entity() }, articles: $0.integer(), first: $0.maybe { $0.text() },
                    last: $0.maybe { $0.text() },
                    with: $0.some {
                        EntityCount(
                            type: $0.text(), name: $0.text(), articles: $0.integer(), passages: $0.integer())
                    })
            }, exact: flag())
    }
    mutating func timeline() -> TimelineReply {
        TimelineReply(
            index: stamp(), tookMs: number(), query: echo(), total: totals(), undated: integer(), every: text(),
            per: integer(),
            periods: some {
                TimelinePoint(period: $0.text(), count: $0.integer(), total: $0.integer(), rate: $0.number())
            }, exact: flag())
    }
    mutating func count() -> CountReply {
        CountReply(index: stamp(), tookMs: number(), query: echo(), total: totals(), exact: flag())
    }
    mutating func ingest() -> IngestReply {
        IngestReply(
            index: stamp(), tookMs: number(), received: integer(), added: integer(), replaced: integer(),
            unchanged: integer(), passages: integer(),
            errors: some {
                IngestError(
                    name: $0.maybe { $0.text() }, line: $0.maybe { $0.integer() }, id: $0.maybe { $0.text() },
                    code: $0.text(), message: $0.text(), hint: $0.maybe { $0.text() })
            }, errorsOmitted: integer(), warnings: some { IngestError(code: $0.text(), message: $0.text()) },
            warningsOmitted: integer(), error: maybe { $0.detail() },
            articles: maybe { [$0.text(): $0.some { $0.text() }] })
    }
    mutating func article() -> ArticleReply {
        ArticleReply(
            index: stamp(), tookMs: number(),
            article: ArticleDetail(
                id: text(), title: maybe { $0.text() }, date: maybe { $0.text() }, dateline: maybe { $0.text() },
                source: maybe { $0.text() }, url: maybe { $0.text() }, section: maybe { $0.text() },
                language: maybe { $0.text() }, authors: some { $0.text() }, tags: some { $0.text() }, text: text(),
                passages: some {
                    ArticlePassage(
                        id: $0.text(), number: $0.integer(), bytes: $0.range(), entities: $0.some { $0.entity() })
                }))
    }
    mutating func passage() -> PassageReply {
        PassageReply(
            index: stamp(), tookMs: number(),
            passage: PassageDetail(
                id: text(), number: integer(), text: text(), bytes: range(), entities: some { $0.entity() }),
            article: summary())
    }
    mutating func delete() -> DeleteReply {
        DeleteReply(index: stamp(), tookMs: number(), deleted: some { $0.text() }, missing: some { $0.text() })
    }
    private mutating func gazetteer() -> GazetteerDetail {
        GazetteerDetail(name: text(), rows: integer(), bytes: integer(), problem: maybe { $0.text() })
    }
    mutating func gazetteerKept() -> GazetteerReply {
        GazetteerReply(
            index: stamp(), tookMs: number(), gazetteer: gazetteer(), format: text(), leftOut: integer(),
            replaced: flag())
    }
    mutating func gazetteers() -> GazetteersReply {
        GazetteersReply(index: stamp(), tookMs: number(), gazetteers: some { $0.gazetteer() })
    }
    mutating func status() -> StatusReply {
        StatusReply(
            index: stamp(), tookMs: number(), version: text(), xapian: text(),
            database: DatabaseStatus(path: text(), bytes: integer()), columns: ColumnsStatus(bytes: integer()),
            caches: ["postings": CacheStatus(hits: integer(), misses: integer(), bytes: integer())],
            articles: integer(),
            passages: integer(), corrections: integer(),
            uptimeS: number(), schemaVersion: integer(), limits: named { $0.integer() })
    }
    mutating func entities() -> EntitiesReply {
        EntitiesReply(
            index: stamp(), tookMs: number(),
            entities: some {
                EntityCount(type: $0.text(), name: $0.text(), articles: $0.integer(), passages: $0.integer())
            }, distinct: integer(), exact: flag(), next: maybe { $0.text() })
    }
    mutating func suggest() -> SuggestReply {
        SuggestReply(
            index: stamp(), tookMs: number(),
            suggestions: some {
                Suggestion(
                    type: $0.text(), text: $0.text(), articles: $0.maybe { $0.integer() }, passages: $0.integer())
            }, exact: flag())
    }

    mutating func stories() -> StoriesReply {
        StoriesReply(
            index: stamp(), tookMs: number(),
            stories: some { random in
                StorySummary(
                    article: random.summary(), articles: random.integer(), first: random.maybe { $0.text() },
                    last: random.maybe { $0.text() }, sources: random.some { $0.text() })
            }, distinct: integer(), exact: flag(), next: maybe { $0.text() })
    }
    mutating func corrections() -> CorrectionsReply {
        CorrectionsReply(
            index: stamp(), tookMs: number(),
            corrections: some {
                CorrectionReply(
                    number: $0.integer(), time: $0.text(), uid: $0.integer(), verb: $0.text(), name: $0.text(),
                    into: $0.maybe { $0.text() }, where: $0.some { $0.text() })
            }, total: integer(), unknown: some { $0.text() })
    }
    mutating func fields() -> FieldsReply {
        FieldsReply(
            index: stamp(), tookMs: number(),
            fields: some {
                FieldDescription(
                    name: $0.text(), kind: $0.text(), description: $0.text(), example: $0.text(), facet: $0.flag())
            })
    }
    mutating func health() -> HealthReply { HealthReply(index: stamp(), tookMs: number(), status: text()) }
    mutating func error() -> ErrorReply { ErrorReply(error: detail()) }
}
