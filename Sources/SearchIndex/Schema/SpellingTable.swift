import Entities
import Logging
import TextAnalysis

/// The table of spelling variants that an index is made with. A new index keeps its text; one that was made with another
/// table goes on with that one, for its terms would not be found with this.
struct SpellingTable: Sendable {
    /// The table as it was read; what an index keeps.
    let text: String
    let variants: SpellingVariants

    /// Reads the file at `path`; nil makes a table without a row. Blocks.
    /// - Throws: `unavailable` when the file, or a row of it, cannot be read.
    init(path: String?) throws(SearchIndexError) {
        guard let path else {
            (text, variants) = ("", SpellingVariants())
            return
        }
        do throws(GazetteerError) { text = try Gazetteer.contents(of: path) } catch {
            throw SearchIndexError(.unavailable, error.message, hint: error.hint)
        }
        do throws(SpellingVariantsError) {
            variants = try SpellingVariants(parsing: text, file: path)
        } catch {
            throw SearchIndexError(.unavailable, error.message, hint: error.hint)
        }
    }

    /// The variants of an index that keeps the text `kept`.
    /// - Throws: `corrupt` when it keeps something else than a table.
    func variants(ofIndexWith kept: String, _ logger: Logger) throws(SearchIndexError) -> SpellingVariants {
        if kept == text { return variants }
        logger.notice(
            "the index goes on with the spelling variants that it was made with; index anew for those of today")
        do throws(SpellingVariantsError) {
            return try SpellingVariants(parsing: kept, file: "the index's own table")
        } catch {
            throw .corrupt(error.message)
        }
    }
}
