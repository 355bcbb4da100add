import ArgumentParser
import DatelineClient

/// What the shells' completion asks the program for: fields and values of the index.
enum LiveCompletion {
    /// `field=value`.
    static let filter = CompletionKind.custom { words, _, typed in
        offered(values(words).filters(plain(typed)))
    }

    /// A field to count.
    static let facet = CompletionKind.custom { words, _, _ in offered(values(words).facets()) }

    /// A name, as corrections take it.
    static let name = CompletionKind.custom { words, _, typed in
        let text = plain(typed)
        return offered(
            text.contains("=")
                ? values(words).filters(text) : ["person=", "place=", "organization=", "misc="])
    }

    /// From the daemon that the line names.
    private static func values(_ words: [String]) -> LiveValues {
        let option = words.lastIndex(of: "--socket").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        return LiveValues(socket: option.map(plain))
    }

    /// A word as it was typed without the quotes of the shell.
    private static func plain(_ word: String) -> String {
        String(word.filter { $0 != "\"" && $0 != "'" && $0 != "\\" })
    }

    /// Bash expands the words that it is offered: in quotes nothing of an article's name is run as a command.
    private static func offered(_ values: [String]) -> [String] {
        guard CompletionShell.requesting == .bash else { return values }
        return values.map {
            "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
        }
    }
}
