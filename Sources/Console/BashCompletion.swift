/// A script that completes a program's command lines in bash, made of what the program declares: commands, options, and the
/// words of options that take one of a few. Elsewhere files are completed.
struct BashCompletion {
    let root: Command
    let common: [Declaration]
    let language: Language

    var text: String {
        let function = "_" + root.name.replacing("-", with: "_")
        let paths = ways(from: [])
        let inner = paths.filter { !$0.isEmpty }.map { "\"\(written($0))\"" }.joined(separator: " | ")
        var words: [String] = []
        var choices: [String] = []
        for path in paths {
            let command = path.last ?? root
            let options = command.declarations.filter { $0.shape != .argument }
            let next = command.commands.map(\.name) + options.map(\.label)
            if !next.isEmpty { words.append("    \"\(written(path))\") words=\"\(next.joined(separator: " "))\" ;;") }
            choices += options.compactMap { option in answer(to: option, "\"\(written(path)) \(option.label)\"") }
        }
        let all = common + [Help.help]
        choices += all.compactMap { option in answer(to: option, "*\" \(option.label)\"") }
        return """
            # Completes the command lines of \(root.name) in bash.
            \(function)() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" path="" words="" i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$path ${COMP_WORDS[i]}" in
                    \(inner)) path="$path ${COMP_WORDS[i]}" ;;
                    esac
                done
                COMPREPLY=()
                case "$path $before" in
            \(choices.joined(separator: "\n"))
                esac
                case "$path" in
            \(words.joined(separator: "\n"))
                esac
                COMPREPLY=($(compgen -W "$words \(all.map(\.label).joined(separator: " "))" -- "$word"))
            }
            complete -o default -F \(function) \(root.name)
            """
    }

    /// A case of what stands behind an option: one of its words, or a file; nil for an option without a value.
    private func answer(to option: Declaration, _ pattern: String) -> String? {
        guard case .option = option.shape else { return nil }
        let words = option.choices.map { $0.text(in: language) }.filter { !$0.contains(" ") }
        return words.isEmpty
            ? "    \(pattern)) return ;;"
            : "    \(pattern)) COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")); return ;;"
    }

    /// The ways to every command, the program itself among them.
    private func ways(from path: [Command]) -> [[Command]] {
        [path] + (path.last ?? root).commands.flatMap { ways(from: path + [$0]) }
    }

    private func written(_ path: [Command]) -> String { path.map { " " + $0.name }.joined() }
}
