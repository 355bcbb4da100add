import Entities
import Evaluation
import Foundation
import TestSupport
import Testing

/// A model learns from labelled articles, the same one each time.
@Suite struct TrainingTests {
    private static let gazetteer = try! Gazetteer(tables: [("t", "stop\tThe\nspeech\tsaid\n")])

    /// Unknown words that only their surroundings tell apart: before `said` a person, after `in` a place.
    private static func news(_ random: inout SplitMix, _ count: Int) -> String {
        func word() -> String { "Q" + String((0..<6).map { _ in "aeioubdglmnrst".randomElement(using: &random)! }) }
        return (0..<count).map { _ in "The man [PER \(word())] said in [LOC \(word())] all was well.\n" }.joined(
            separator: "\n")
    }

    private func training(_ articles: [LabelledArticle]) -> TaggerTraining {
        var training = TaggerTraining(gazetteer: Self.gazetteer)
        training.articles = articles
        training.texts = ["the man said that the man in the town saw the man in the town"]
        training.seeds = 2
        return training
    }

    @Test func whatSurroundsNamesIsLearnt() throws {
        var random = SplitMix(seed: 7)
        let training = training(try MarkedReader.articles(of: Self.news(&random, 60), name: "a"))
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/model"
            try training.model(casing: training.casing()).write(to: path)
            let recognizer = EntityRecognizer(gazetteer: Self.gazetteer, model: try TaggerModel(path: path))
            var scores = EntityScores()
            for article in try MarkedReader.articles(of: Self.news(&random, 40), name: "b") {
                scores.add(article, mentions: article.mentions(by: recognizer))
            }
            #expect(scores.overall.labelled == 80)
            #expect(scores.overall.f1 > 0.95)
        }
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        var random = SplitMix(seed: 3)
        let training = training(try MarkedReader.articles(of: Self.news(&random, 20), name: "a"))
        let first = try training.model(casing: training.casing())
        #expect(first == (try training.model(casing: training.casing())))
        var other = training
        other.settings.seed = 5
        #expect(first != (try other.model(casing: training.casing())))
    }

    @Test func everyPartIsHeldBackOnce() throws {
        var random = SplitMix(seed: 9)
        let articles = try MarkedReader.articles(of: Self.news(&random, 30), name: "a")
        let scores = try training([]).crossValidate(articles, folds: 3)
        #expect(scores.overall.labelled == 60)
        #expect(scores.overall.f1 > 0.9)
    }
}

extension [UInt8] {
    fileprivate func write(to path: String) throws { try Data(self).write(to: URL(filePath: path)) }
}
