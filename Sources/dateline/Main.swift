import DatelineCommands

/// `dateline`: the client that people and scripts use.
@main
enum Main {
    static func main() { Dateline.run() }
}
