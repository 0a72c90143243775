/// Whether a text can stand on a document at all, for those who take one in: what is found at the print shop is found too late.
package enum Printing {
    /// Throws where the one font of every document lacks a character.
    package static func require(_ text: String) throws(UnprintableCharacter) {
        _ = try Font(size: 10).line(text)
    }
}
