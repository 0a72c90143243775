/// The three symbols that tell our texts from card numbers and each other: `R`, what it is, its version.
enum TextPrefix {
    /// The symbols after the prefix of a text in Crockford's Base32.
    static func symbols(of text: String, prefix: String, limit: Int) throws(PassError) -> ArraySlice<UInt8> {
        // The prefix's letters are in the alphabet, hence as tolerant of case and spaces as the rest.
        let wanted = try Crockford.read(prefix, limit: prefix.utf8.count)
        let symbols: [UInt8]
        do throws(PassError) {
            symbols = try Crockford.read(text, limit: wanted.count + limit)
        } catch {
            throw claims(text, prefix) ? error : .notOurs
        }
        guard symbols.starts(with: wanted.dropLast()) else { throw .notOurs }
        guard symbols.starts(with: wanted) else { throw .unsupportedVersion }
        return symbols[wanted.count...]
    }

    /// Whether a text begins like ours, up to the version.
    static func claims(_ text: String, _ prefix: String) -> Bool {
        let kind = prefix.dropLast()
        return text.drop { $0.isWhitespace }.prefix(kind.count).uppercased() == kind
    }
}
