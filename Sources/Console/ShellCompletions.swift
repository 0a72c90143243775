/// Scripts that complete a program's command lines in a shell, made of what the program declares: commands, options, and the
/// words of options that take one of a few. Elsewhere files are completed.
struct ShellCompletions {
    let root: Command
    let common: [Declaration]
    let language: Language

    /// The words that may come next after some words of a command.
    private struct Place {
        /// The names of the commands so far, each behind a space.
        let path: String
        let commands: [Command]
        /// Of this command alone.
        let options: [Declaration]
        let takesArguments: Bool
    }

    private var places: [Place] {
        func below(_ command: Command, _ path: String) -> [Place] {
            let options = command.declarations.filter { $0.shape != .argument }
            let here = Place(
                path: path, commands: command.commands, options: options,
                takesArguments: options.count < command.declarations.count)
            return [here] + command.commands.flatMap { below($0, "\(path) \($0.name)") }
        }
        return below(root, "")
    }

    private var everywhere: [Declaration] { common + [Help.help] }

    /// The words that an option takes, of one word each; empty for any text, nil for an option without a value.
    private func answers(to option: Declaration) -> [String]? {
        guard case .option = option.shape else { return nil }
        return option.choices.map { $0.text(in: language) }.filter { !$0.contains(" ") }
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private func joined(_ words: [String]) -> String { words.joined(separator: " ") }

    private var function: String { "_" + root.name.replacing("-", with: "_") }

    // MARK: bash

    var bash: String {
        let inner = places.dropFirst().map { "\"\($0.path)\"" }.joined(separator: " | ")
        let words = places.compactMap { place in
            let next = place.commands.map(\.name) + place.options.map(\.label)
            return next.isEmpty ? nil : "    \"\(place.path)\") words=\"\(joined(next))\" ;;"
        }
        let choices =
            places.flatMap { place in place.options.compactMap { bash($0, "\"\(place.path) \($0.label)\"") } }
            + everywhere.compactMap { bash($0, "*\" \($0.label)\"") }
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
                COMPREPLY=($(compgen -W "$words \(joined(everywhere.map(\.label)))" -- "$word"))
            }
            complete -o default -F \(function) \(root.name)
            """
    }

    private func bash(_ option: Declaration, _ pattern: String) -> String? {
        guard let words = answers(to: option) else { return nil }
        return words.isEmpty
            ? "    \(pattern)) return ;;"
            : "    \(pattern)) COMPREPLY=($(compgen -W \"\(joined(words))\" -- \"$word\")); return ;;"
    }

    // MARK: zsh

    var zsh: String {
        let inner = places.dropFirst().map { "\"\($0.path)\"" }.joined(separator: " | ")
        let known = places.compactMap { place -> String? in
            let commands = place.commands.map { zsh($0.name, $0.help) }
            let options = place.options.map { zsh($0.label, $0.help) }
            guard !commands.isEmpty || !options.isEmpty else { return nil }
            return "    \"\(place.path)\") next=(\(joined(commands))) flags+=(\(joined(options))) ;;"
        }
        let choices =
            places.flatMap { place in place.options.compactMap { zsh($0, "\"\(place.path) \($0.label)\"") } }
            + everywhere.compactMap { zsh($0, "*\" \($0.label)\"") }
        return """
            #compdef \(root.name)
            # Completes the command lines of \(root.name) in zsh: a file _\(root.name) in a folder of $fpath, or sourced.
            \(function)() {
                local command_path="" i
                local -a next flags answers
                for ((i = 2; i < CURRENT; i++)); do
                    case "$command_path ${words[i]}" in
                    \(inner)) command_path="$command_path ${words[i]}" ;;
                    esac
                done
                case "$command_path ${words[CURRENT - 1]}" in
            \(choices.joined(separator: "\n"))
                esac
                flags=(\(joined(everywhere.map { zsh($0.label, $0.help) })))
                case "$command_path" in
            \(known.joined(separator: "\n"))
                esac
                if [[ "${words[CURRENT]}" == -* ]]; then
                    _describe option flags
                elif ((${#next})); then
                    _describe command next
                else
                    _files
                fi
            }
            if [[ "${funcstack[1]}" == "_\(root.name)" ]]; then
                \(function) "$@"
            else
                compdef \(function) \(root.name)
            fi
            """
    }

    /// A word with its description, as `_describe` takes it.
    private func zsh(_ word: String, _ help: Phrase) -> String { "\(word):\(say(help))".quoted(by: "'\\''") }

    private func zsh(_ option: Declaration, _ pattern: String) -> String? {
        guard let words = answers(to: option) else { return nil }
        return words.isEmpty
            ? "    \(pattern)) _files; return ;;"
            : "    \(pattern)) answers=(\(joined(words))); _describe answer answers; return ;;"
    }

    // MARK: fish

    var fish: String {
        let inner = places.dropFirst().map { "\"\($0.path)\"" }.joined(separator: " ")
        var lines = [
            "# Completes the command lines of \(root.name) in fish.", "function \(function)_path",
            "    set -l path ''", "    for word in (commandline -opc)[2..]",
            "        if contains -- \"$path $word\" \(inner)", "            set path \"$path $word\"", "        end",
            "    end", "    echo $path", "end",
        ]
        lines += everywhere.map { fish($0, at: nil) }
        for place in places {
            let here = "test (\(function)_path) = '\(place.path)'"
            if !place.commands.isEmpty || !place.takesArguments { lines.append(fish("-f", at: here)) }
            lines += place.commands.map { fish("-f -a \($0.name) -d \(say($0.help).quoted(by: "\\'"))", at: here) }
            lines += place.options.map { fish($0, at: here) }
        }
        return lines.joined(separator: "\n")
    }

    private func fish(_ what: String, at condition: String?) -> String {
        let condition = condition.map { " -n \"\($0)\"" } ?? ""
        return "complete -c \(root.name)\(condition) \(what)"
    }

    private func fish(_ option: Declaration, at condition: String?) -> String {
        let words = answers(to: option)
        let value = words.map { $0.isEmpty ? " -r" : " -x -a '\(joined($0))'" } ?? ""
        let short = option.short.map { " -s \($0)" } ?? ""
        return fish(
            "-l \(option.label.dropFirst(2))\(short)\(value) -d \(say(option.help).quoted(by: "\\'"))", at: condition)
    }
}

extension String {
    /// The text as one word of a shell.
    /// - Parameter mark: for a quotation mark in it.
    fileprivate func quoted(by mark: String) -> String { "'" + replacing("'", with: mark) + "'" }
}
