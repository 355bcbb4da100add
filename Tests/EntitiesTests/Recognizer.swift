import Entities
import TestSupport
import TextAnalysis

/// The gazetteer of this repository.
let gazetteer = Result { try Gazetteer.load(folder: TestSupport.checkout + "/index/gazetteers") }

/// The tagger's model of this repository.
let model = Result { try TaggerModel(path: TestSupport.checkout + "/index/tagger.model") }

/// The mentions of `text` as the repository's gazetteer and model find them.
func mentions(_ text: String, title: String? = nil) throws -> [Mention] {
    try EntityRecognizer(gazetteer: gazetteer.get(), model: model.get())
        .mentions(in: text, tokens: Tokenizer.tokens(in: text), title: title)
}

/// The mentions that gazetteer and rules alone find, which prefer none to a wrong one, each as `type name`.
func namesByRules(_ text: String) throws -> [String] {
    try EntityRecognizer(gazetteer: gazetteer.get(), model: nil)
        .mentions(in: text, tokens: Tokenizer.tokens(in: text), title: nil).map { "\($0.type) \($0.name)" }
}

/// The mentions of `text`, each as `type name`, in order.
func names(_ text: String, title: String? = nil) throws -> [String] {
    try mentions(text, title: title).map { "\($0.type) \($0.name)" }
}
