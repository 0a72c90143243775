import CSodium

/// Initialises libsodium once, which selects the fastest implementation for the processor. Every use touches it first.
enum Sodium {
    static let started: Void = {
        precondition(sodium_init() >= 0, "libsodium did not start")
    }()
}

/// Returns whether two byte strings are equal. The time taken depends on their lengths only.
package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
}
