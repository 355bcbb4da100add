import Foundation
import TestSupport
import Testing

/// The shells' completion, in a real bash.
@Suite struct CompletionTests {
    /// Completes a line at its end as bash does: words broken at blanks, `=` and `:`.
    private static let script = #"""
        source "$1"
        COMP_LINE="$2"
        COMP_POINT=${#COMP_LINE}
        COMP_WORDS=()
        while IFS= read -r word; do COMP_WORDS+=("$word"); done < <(
            printf '%s' "$COMP_LINE" | grep -oE '[=:]|[^ =:]+')
        [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        words=("${COMP_WORDS[@]}")
        COMP_WORDS[0]="$3"
        COMP_LINE="${COMP_LINE/dateline/$3}"
        COMP_POINT=${#COMP_LINE}
        _dateline_whole_words dateline "${words[COMP_CWORD]}" "${words[COMP_CWORD > 0 ? COMP_CWORD - 1 : 0]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """#

    private func complete(_ installation: Installation, _ line: String) async throws -> Set<String> {
        let script = installation.folder + "/completion.bash"
        if !FileManager.default.fileExists(atPath: script) {
            try installation.write(
                try await installation.dateline("completion", "bash").outputBytes, to: "completion.bash")
        }
        // A name without a `=`, which a build's folder might have.
        let program = installation.folder + "/dateline"
        if !FileManager.default.fileExists(atPath: program) {
            try FileManager.default.createSymbolicLink(
                atPath: program, withDestinationPath: TestSupport.program("dateline"))
        }
        let run = try await ProgramRun.of(
            "/bin/bash", ["-c", Self.script, "bash", script, line, program], environment: installation.environment)
        #expect(run.diagnostics == "", "\(run.diagnostics)")
        return Set(run.output.split(separator: "\n").map(String.init))
    }

    @Test func commandsAndOptions() async throws {
        try await Installation.with { installation in
            let commands = try await complete(installation, "dateline sea")
            #expect(commands == ["search"])
            #expect(try await complete(installation, "dateline search --templ").contains("--template"))
            #expect(try await complete(installation, "dateline search --format ").isSuperset(of: ["json", "tsv"]))
            #expect(try await complete(installation, "dateline _").isEmpty)
            // Without a daemon there is nothing to offer, and none is started.
            #expect(try await complete(installation, "dateline search --where per").isEmpty)
            #expect(installation.daemonID == nil)
        }
    }

    @Test func fieldsAndNames() async throws {
        try await Installation.withSeeds { installation in
            let fields = try await complete(installation, "dateline search --where per")
            #expect(fields == ["person="])
            #expect(try await complete(installation, "dateline search --where person=Ilham") == ["Ilham Aliyev"])
            #expect(try await complete(installation, "dateline count --without person=").contains("Ilham Aliyev"))
            #expect(try await complete(installation, "dateline search --facet date.") == ["date.month", "date.year"])
            #expect(try await complete(installation, "dateline facet sou") == ["source"])
            #expect(try await complete(installation, "dateline entities hide person=Ilh") == ["Ilham Aliyev"])
        }
    }

    /// What an article names is never run by the shell that completes it.
    @Test func namesAreOnlyText() async throws {
        try await Installation.with { installation in
            let mark = installation.folder + "/mark"
            let sources = ["$(touch \(mark))", "`b; touch \(mark)`", "O'Neil & \\\"Sons\\\" $HOME", "a;touch \(mark)"]
            let lines = sources.enumerated().map { #"{"id":"\#($0)","text":"Baku.","source":"\#($1)"}"# }
            #expect(try await installation.dateline("index", "-", input: lines.joined(separator: "\n")).status == 0)
            let offered = try await complete(installation, "dateline search --where source=")
            #expect(
                offered == ["$(touch \(mark))", "`b; touch \(mark)`", "O'Neil & \"Sons\" $HOME", "a;touch \(mark)"])
            #expect(!FileManager.default.fileExists(atPath: mark))
        }
    }

    @Test func scriptsForOtherShells() async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline("completion", "zsh").output.hasPrefix("#compdef dateline"))
            #expect(try await installation.dateline("completion", "fish").output.contains("complete -c 'dateline'"))
            #expect(try await installation.dateline("completion", "tcsh").status == 2)
            for shell in ["zsh", "fish"] {
                guard let program = TestSupport.installedProgram(shell) else { continue }
                let path = try installation.write(
                    try await installation.dateline("completion", shell).outputBytes, to: "completion.\(shell)")
                let checked = try await ProgramRun.of(program, ["-n", path])
                #expect(checked.status == 0)
            }
        }
    }
}
