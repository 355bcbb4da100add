import ArgumentParser

extension ArgumentHelp {
    /// Of the words of a query.
    static let query: Self = "The query; nothing is everything. Put -- before words that begin with a hyphen."
}
