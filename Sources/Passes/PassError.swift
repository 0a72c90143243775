package import Wire

/// Why a scanned or typed text is refused.
package enum PassError: Error, Sendable, Equatable {
    /// Not a text of this system: a card number or another QR code.
    case notOurs
    /// A text of a later version of this system.
    case unsupportedVersion
    /// Longer than any such text; nothing of it was read.
    case tooLong
    /// The wrong number of symbols.
    case wrongLength
    /// A symbol outside the alphabet, counted from 0 without separators.
    case badSymbol(at: Int)
    /// The check symbol differs: a symbol was mistyped or two were swapped.
    case mistyped
    /// The bytes inside do not have the layout.
    case malformed(DecodeError)
}
