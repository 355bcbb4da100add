/// One parameter of a request: its name on the wire and the property that holds it.
package struct RequestParameter<Root>: Sendable {
    /// How the value is written and which property takes it.
    package enum Kind: Sendable {
        case text(any WritableKeyPath<Root, String?> & Sendable)
        case integer(any WritableKeyPath<Root, Int?> & Sendable)
        case flag(any WritableKeyPath<Root, Bool?> & Sendable)
        /// May be repeated in a query string; an array of strings in JSON.
        case list(any WritableKeyPath<Root, [String]> & Sendable)
    }

    /// The name in a query string and in JSON.
    package var name: String
    /// How its value is written, and where it goes.
    package var kind: Kind

    package init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
