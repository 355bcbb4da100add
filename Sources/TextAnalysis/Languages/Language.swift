/// A language that words are stemmed in, by its ISO 639-1 code; or `other`.
package enum Language: String, CaseIterable, Sendable {
    case arabic = "ar"
    case armenian = "hy"
    case basque = "eu"
    case catalan = "ca"
    case danish = "da"
    case dutch = "nl"
    case english = "en"
    case finnish = "fi"
    case french = "fr"
    case german = "de"
    case hungarian = "hu"
    case indonesian = "id"
    case irish = "ga"
    case italian = "it"
    case lithuanian = "lt"
    case nepali = "ne"
    case norwegian = "no"
    case portuguese = "pt"
    case romanian = "ro"
    case russian = "ru"
    case spanish = "es"
    case swedish = "sv"
    case tamil = "ta"
    case turkish = "tr"
    /// Any language without a stemmer: its words are folded and stay as they are.
    case other = "und"

    /// The ISO 639 code.
    package var code: String { rawValue }
}
