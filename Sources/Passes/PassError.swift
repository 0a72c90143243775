package import Wire

/// Why a text that somebody scanned or typed is not what it was taken for.
package enum PassError: Error, Sendable, Equatable {
    /// Another kind of text altogether: a card number, somebody else's QR code.
    case notOurs
    /// Ours, made by a later version of this system.
    case unsupportedVersion
    /// Longer than any such text can be; nothing of it was read.
    case tooLong
    /// Not the number of symbols it must have.
    case wrongLength
    /// A symbol outside the alphabet, counted from 0 among the symbols that count.
    case badSymbol(at: Int)
    /// The check symbol disagrees: a symbol was mistyped or two were swapped.
    case mistyped
    /// The bytes inside are not laid out as they must be.
    case malformed(DecodeError)
}
