import Foundation
import SearchIndex
import TestSupport

/// A recognizer in Python for one test: real programs, well and ill behaved.
enum RecognizerScript {
    /// Reads a passage as `p`, runs `body` for each, and has `reply(mentions)` to answer and `find(word, type)` for
    /// the mentions of a word.
    static func write(_ body: String, start: String = "", to folder: String) throws -> RecognizerCommand {
        let script = """
            import json, os, re, sys, time
            def reply(mentions, **more):
                print(json.dumps({"id": p["id"], "mentions": mentions, **more}), flush=True)
            def find(word, type, **more):
                return [{"type": type, "start": m.start(), "end": m.end(), "text": word, **more}
                        for m in re.finditer(re.escape(word), p["text"])]
            \(start)
            for line in sys.stdin:
                p = json.loads(line)
            \(body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
            """
        let path = folder + "/recognizer.py"
        try Data(script.utf8).write(to: URL(filePath: path))
        return command(path)
    }

    /// An example of `docs/examples`.
    static func example(_ name: String) -> RecognizerCommand { command(TestSupport.checkout + "docs/examples/" + name) }

    private static func command(_ path: String) -> RecognizerCommand {
        var command = RecognizerCommand(words: ["python3", "-B", path])
        // Seconds are much for these scripts, and little for a test.
        (command.patience, command.startPatience) = (.seconds(2), .seconds(20))
        return command
    }
}
