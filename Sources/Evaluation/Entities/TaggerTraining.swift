package import Entities
internal import FoundationEssentials

/// Everything that a model of the tagger is made of, and the making.
package struct TaggerTraining: Sendable {
    /// Articles whose labels follow the conventions.
    package var articles: [LabelledArticle] = []
    /// Articles whose labels follow others: what is unlabelled in a name's place, or MISC, may be anything there.
    package var looseArticles: [LabelledArticle] = []
    /// Large texts, for how words are cased.
    package var texts: [String] = []
    /// Articles whose names serve as lists of names, nothing else of them.
    package var names: [LabelledArticle] = []
    package var settings = ChainTrainer.Settings()
    /// Models of as many seeds are averaged: they differ by what was left out when.
    package var seeds = 2

    private let gazetteer: Gazetteer
    private static let looseWeight: Float = 0.5
    /// Words seen less often say nothing about how they are cased.
    private static let rareCasing = 3

    package init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// How words are cased, and the types of names that have them.
    package func casing() -> [UInt32: WordCasing] {
        var counter = CasingCounter()
        for text in texts { counter.add(text, gazetteer: gazetteer) }
        counter.drop(below: Self.rareCasing)
        for article in names {
            let bytes = Array(article.text.utf8)
            for span in article.spans {
                let name = String(decoding: bytes[article.range(of: span)], as: UTF8.self)
                counter.add(name: name, of: span.type, gazetteer: gazetteer)
            }
        }
        return counter.words
    }

    /// The bytes of a model's file. Takes minutes at most; the same input gives the same bytes.
    /// - Parameter casing: what `casing()` gives.
    /// - Throws: `EvaluationError` when the model in the making cannot be written to a temporary file.
    package func model(casing: [UInt32: WordCasing]) throws(EvaluationError) -> [UInt8] {
        let none = [Float](repeating: 0, count: Tag.count * Tag.count)
        let bare = try Self.mapped(TaggerModel.bytes(weights: [:], transitions: none, casing: casing))
        let examples =
            TrainingExample.examples(of: articles, gazetteer: gazetteer, model: bare)
            + TrainingExample.examples(
                of: looseArticles, gazetteer: gazetteer, model: bare, weight: Self.looseWeight, isLoose: true)
        let (weights, transitions) = ChainTrainer.train(examples, settings: settings, seeds: seeds)
        return TaggerModel.bytes(weights: weights, transitions: transitions, casing: casing)
    }

    /// The scores of `held`, cut into `folds` parts by article: each part is labelled by a model that was made of all
    /// else and the other parts.
    package func crossValidate(_ held: [LabelledArticle], folds: Int) throws(EvaluationError) -> EntityScores {
        var scores = EntityScores()
        let casing = casing()
        for fold in 0..<folds {
            var training = self
            training.articles += held.enumerated().filter { $0.offset % folds != fold }.map(\.element)
            let model = try Self.mapped(try training.model(casing: casing))
            let recognizer = EntityRecognizer(gazetteer: gazetteer, model: model)
            for (number, article) in held.enumerated() where number % folds == fold {
                scores.add(article, mentions: article.mentions(by: recognizer))
            }
        }
        return scores
    }

    /// A model of its file's bytes.
    private static func mapped(_ bytes: [UInt8]) throws(EvaluationError) -> TaggerModel {
        let path = FileManager.default.temporaryDirectory.appending(path: "tagger-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            try Data(bytes).write(to: URL(filePath: path))
            return try TaggerModel(path: path)
        } catch {
            throw EvaluationError("\(path): \(error)", hint: "is there room for temporary files?")
        }
    }
}
