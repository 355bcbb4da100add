import Corpus
import Stories
import TextAnalysis

/// An article, analysed and ready to be written: what the writer turns into Xapian documents.
struct PreparedArticle: Sendable {
    var article: Article
    /// The language that its words were stemmed in.
    var stemming: Language
    var contentHash: String
    var passages: [PreparedPassage]
    /// The headline's words, which stand on each passage.
    var title: [TermOccurrence]
    /// What its copies are told by; nil when it is too short.
    var signature: StorySignature?
    /// Words that the preparer met for the first time, folded, with their terms.
    var newWords: [(word: [UInt8], term: [UInt8])]
    /// Why it lacks the mentions of the user's own recognizer.
    var warning: RecognizerFailure?

    /// Terms of the whole article, as ranking counts them: a word of the headline for several.
    var length: UInt32

    /// What is stored of the article once.
    func record(ordinal: UInt32, story: UInt32, firstDocid: UInt32) -> ArticleRecord {
        ArticleRecord(
            article: article, stemming: stemming, contentHash: contentHash, ordinal: ordinal, story: story,
            firstDocid: firstDocid,
            passages: passages.map { $0.record.start..<$0.record.start + $0.record.text.utf8.count })
    }
}
