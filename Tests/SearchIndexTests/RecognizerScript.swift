import Foundation
import SearchIndex
import TestSupport

/// A recognizer in Python for one test: real programs, well and ill behaved.
struct RecognizerScript {
    /// More than a busy machine needs for these scripts. Tests of programs that hang have less.
    var patience = Duration.seconds(60)
    var startPatience = Duration.seconds(60)
    var window = 64
    var longestLine = 200_000
    private let source: Source

    private enum Source {
        case script(String)
        case words([String])
    }

    /// Reads a passage as `p`, runs `body` for each, and has `reply(mentions)` to answer and `find(word, type)` for
    /// the mentions of a word.
    init(_ body: String, start: String = "") {
        let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        source = .script(
            """
            import json, os, re, sys, time
            def reply(mentions, **more):
                print(json.dumps({"id": p["id"], "mentions": mentions, **more}), flush=True)
            def find(word, type, **more):
                return [{"type": type, "start": m.start(), "end": m.end(), "text": word, **more}
                        for m in re.finditer(re.escape(word), p["text"])]
            \(start)
            for line in sys.stdin:
                p = json.loads(line)
            \(indented.joined(separator: "\n"))
            """)
    }

    /// An example of `docs/examples`.
    init(example: String) { source = .words(["python3", "-B", TestSupport.checkout + "docs/examples/" + example]) }

    init(words: [String]) { source = .words(words) }

    /// The command that runs it, with the script written to `folder`.
    func command(in folder: String) throws -> RecognizerCommand {
        var command: RecognizerCommand
        switch source {
        case .words(let words): command = RecognizerCommand(words: words)
        case .script(let text):
            let path = folder + "/recognizer.py"
            try Data(text.utf8).write(to: URL(filePath: path))
            command = RecognizerCommand(words: ["python3", "-B", path])
        }
        (command.patience, command.startPatience) = (patience, startPatience)
        (command.window, command.longestLine) = (window, longestLine)
        return command
    }
}
