/// The prefix that distinguishes our texts from card numbers and each other: `R`, the kind, the version.
enum TextPrefix {
    /// Returns the symbols after the prefix of a text in Crockford's Base32. Throws `notOurs` for another prefix.
    static func symbols(of text: String, prefix: String, limit: Int) throws(PassError) -> ArraySlice<UInt8> {
        // The prefix's letters are in the alphabet, so it tolerates case and spaces as the rest does.
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

    /// Returns whether a text begins with the prefix, its version ignored.
    static func claims(_ text: String, _ prefix: String) -> Bool {
        let kind = prefix.dropLast()
        return text.drop { $0.isWhitespace }.prefix(kind.count).uppercased() == kind
    }
}
