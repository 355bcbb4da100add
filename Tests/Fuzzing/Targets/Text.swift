import TestSupport

@testable import Corpus
@testable import Entities
@testable import SearchIndex
@testable import TextAnalysis
@testable import XapianKit

extension DatelineFuzz {
    /// Tokens, folding, sentences, languages and spelling variants, over any bytes.
    static let analysis = FuzzTarget(
        name: "text",
        seeds: [
            "Mr. O'Brien's U.S.-led talks, 1,200.5 of 3.5 % at 12:30. AT&T's 中国 日本語 می\u{200C}خ Straße É e\u{301} й\u{306}",
            "Le président a dit que la réunion n'était pas finie. Die Straße ist lang, und das Wetter ist gut.",
        ],
        words: [
            "'", "\u{2019}", "U.S.", "\u{301}", "\u{306}", "\u{308}", "\u{200C}", "中", "カ", "한", "1,000", ".5", "AT&T",
            "-", "\u{AD}", "İ", "ß", "ﬁ", "\u{FEFF}", "\n\n",
        ]
    ) { input in
        let text = input.span
        let tokens = Tokenizer.tokens(in: text)
        var end = 0
        var position: Int32 = -1
        for token in tokens {
            require(token.range.lowerBound >= 0 && token.range.upperBound <= input.count, "a token outside the text")
            require(!token.range.isEmpty, "an empty token")
            if token.kind != .ideographPair {
                require(token.range.lowerBound >= end, "tokens overlap")
                require(token.position > position, "positions do not ascend")
                end = token.range.upperBound
                position = token.position
            }
            var folded: [UInt8] = []
            Folding.fold(text, token.range, into: &folded)
            variants.unify(&folded)
            _ = Term.bytes(prefix: "", folded)
        }
        var covered = 0
        for sentence in Sentences.ranges(in: text) {
            require(sentence.lowerBound == covered && !sentence.isEmpty, "sentences leave a gap")
            covered = sentence.upperBound
        }
        require(covered == input.count, "sentences do not cover the text")
        _ = LanguageDetector.language(of: tokens, in: text)
        let name = String(decoding: input, as: UTF8.self)
        let key = NameKey.key(name)
        require(NameKey.key(key) == key, "the key of a key is another: \(key.debugDescription)")
        if let table = try? SpellingVariants(parsing: name, file: "f") { require(table.count >= 0, "") }
    }

    private static let variants: SpellingVariants = {
        let text = try? Gazetteer.contents(of: TestSupport.checkout + "/index/spelling-variants.tsv")
        return text.flatMap { try? SpellingVariants(parsing: $0, file: "f") } ?? SpellingVariants()
    }()

    /// All that analysis makes of an article: names too, with the project's tables and model.
    static let entities = FuzzTarget(
        name: "analysis",
        seeds: Seeds.lines("wire.ndjson").prefix(4) + [
            #"{"title":"Talks","text":"BAKU (Reuters) - President Ilham Aliyev and Steve Witkoff met in Paris, Texas. Israel-Gaza talks of the U.N. and OPEC.\n\nMr. Aliyev left.","entities":[{"type":"person","name":"Ilham Aliyev"}],"language":"fr"}"#
        ],
        words: json + [
            "Mr. ", "President ", "Ilham Aliyev", "Paris, Texas", "U.N.", "OPEC", "Bin Salman", "John F. Kennedy",
            " of the ",
        ]
    ) { input in
        guard let tools else { fatalError("the tables in index/ cannot be read") }
        for case .success(let article) in ArticleReader.articles(from: input, format: .ndjson, name: "n") {
            guard
                let prepared = try? tools.preparer.prepare(
                    article, contentHash: "h", recognizer: tools.recognizer, command: nil)
            else { fatalError("an article cannot be prepared") }
            for passage in prepared.passages {
                let record = passage.record
                require(
                    (try? PassageRecord(decoding: record.encoded)) == record, "a passage's record reads back as another"
                )
                let size = record.text.utf8.count
                require(
                    record.entities.allSatisfy { $0.ranges.allSatisfy { $0.upperBound <= size } },
                    "a mention outside its passage")
            }
        }
    }

    private struct Tools: @unchecked Sendable {
        // @unchecked Sendable: libFuzzer calls a target on one thread, and nobody else reads these.
        var preparer: ArticlePreparer
        var recognizer: EntityRecognizer
    }

    private static let tools: Tools? = {
        let folder = TestSupport.checkout + "/index"
        guard let gazetteer = try? Gazetteer.load(folder: folder + "/gazetteers"),
            let model = try? TaggerModel(path: folder + "/tagger.model"),
            let preparer = try? ArticlePreparer(variants: variants)
        else { return nil }
        return Tools(preparer: preparer, recognizer: EntityRecognizer(gazetteer: gazetteer, model: model))
    }()

    /// Xapian's stemmers, over words that are none.
    static let stems = FuzzTarget(name: "stems", seeds: ["trading", "\u{1}présidents", "\u{2}Straßen", "\u{7}ещё"]) {
        input in
        let languages = Language.allCases
        guard let first = input.first else { return }
        let language = languages[Int(first) % languages.count]
        _ = try? stemmers[language.code]?.stemmer.stem(Array(input.dropFirst()))
    }

    private struct Holder: @unchecked Sendable {
        // @unchecked Sendable: libFuzzer calls a target on one thread, and nobody else uses the stemmers.
        var stemmer: Stemmer
    }

    private static let stemmers: [String: Holder] = {
        var stemmers: [String: Holder] = [:]
        for language in Language.allCases {
            stemmers[language.code] = (try? Stemmer(language: language.code)).map { Holder(stemmer: $0) }
        }
        return stemmers
    }()
}
