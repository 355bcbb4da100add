import Glibc

enum Folder {
    /// Makes a folder and those above it as far as they are missing, for this user alone. Whoever uses the folder next
    /// reports why it could not be made.
    static func create(_ path: String) {
        var made = ""
        for name in path.split(separator: "/") {
            made += "/" + name
            mkdir(made, 0o700)
        }
    }
}
