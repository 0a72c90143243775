/// Splits a command line like a shell: at spaces, with '…' and "…" around words that contain some.
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
