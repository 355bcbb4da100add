import ArgumentParser
import DatelineAPI
import DatelineClient

struct Completion: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", _superCommandName: Dateline.name,
        abstract: "Print what makes a shell complete commands, options, fields and names.",
        discussion: """
            Fields and names are those of the daemon that listens; none is started for it.

              dateline completion bash > ~/.local/share/bash-completion/completions/dateline
              dateline completion zsh > ~/.zfunc/_dateline
              dateline completion fish > ~/.config/fish/completions/dateline.fish
            """)

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    func run() throws {
        let script =
            switch shell {
            case .bash: BashCompletion.wrapped(Dateline.completionScript(for: .bash))
            case .zsh: Dateline.completionScript(for: .zsh) + "\n"
            case .fish: Dateline.completionScript(for: .fish) + "\n"
            }
        try Output.standard(.current).write(script)
    }
}
