/// A gazetteer of the user's own, as a list tells of it.
package struct UserGazetteer: Equatable, Sendable {
    package var name: String
    package var rows: Int
    package var bytes: Int
    /// Why it is not used, which only a change of the project's tables can bring about.
    package var problem: String?
}
