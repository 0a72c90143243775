/// Key bytes that log lines, error texts and debug output never show.
struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8], count: Int) throws(CryptoError) {
        guard bytes.count == count else { throw .wrongLength(expected: count, given: bytes.count) }
        self.bytes = bytes
    }

    /// Takes derived bytes whose size is known to be right.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var description: String { "secret" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
