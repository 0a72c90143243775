/// The person, or the code, that a fact is about.
package enum Subject: Sendable, Hashable {
    /// A person's id, 1 ..< 2^53.
    case person(UInt64)
    /// A code that the device's roster did not recognise, 1 … 256 bytes as scanned.
    case raw([UInt8])
}
