import CSodium

/// The library picks its fastest code for this processor when it starts; every use passes here first.
enum Sodium {
    static let started: Void = {
        precondition(sodium_init() >= 0, "libsodium did not start")
    }()
}

/// Whether two byte strings are equal, in a time that tells only their lengths.
package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left, right, left.count) == 0
}
