import Glibc
import Synchronization

package enum OwnAddress {
    private static let given = Atomic<Int>(0)

    /// Returns a loopback address that no other server of the tests listens on, such as 127.9.3.1. Its ports stay free while
    /// a server that is to come back on the same one is away; those of 127.0.0.1 go to whoever asks the system for any.
    package static func next() -> String {
        let (process, number) = (Int(getpid()), given.add(1, ordering: .relaxed).oldValue)
        return "127.\(1 + process / 254 % 254).\(1 + process % 254).\(1 + number % 254)"
    }
}
