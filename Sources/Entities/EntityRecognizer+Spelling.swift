extension EntityRecognizer {
    /// The entity that the gazetteer has under a spelling, and no more of it than all: `UN` is the United Nations. Nil when
    /// it has none.
    package func entity(spelled spelling: String) -> (type: EntityType, name: String)? {
        gazetteer.name(spelled: spelling)
    }
}
