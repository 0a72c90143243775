/// The words of a command line as a shell cuts them: at spaces, with '…' and "…" around what belongs together.
func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
        if character == quote {
            quote = nil
        } else if quote == nil, character == "'" || character == "\"" {
            quote = character
            word = word ?? ""
        } else if quote == nil, character == " " {
            if let word { words.append(word) }
            word = nil
        } else {
            word = (word ?? "") + String(character)
        }
    }
    if let word { words.append(word) }
    return words
}
