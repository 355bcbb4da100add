extension Query {
    /// The distance of a `NEAR` without a number, in words.
    package static let defaultDistance = 10
    /// The distances that a `NEAR` can have, in words.
    package static let distances = 1...1_000

    /// How many letters a word needs for each number of typing errors that it can be searched with.
    package static let fuzzyLetters = [1: 3, 2: 6]
}
