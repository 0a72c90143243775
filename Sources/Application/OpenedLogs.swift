import Threads

/// The logs that a terminal has opened on one connection, by the small numbers that name them there. A number is of no use
/// on another connection.
package final class OpenedLogs: Sendable {
    private let numbers = Locked<[[UInt8]: UInt32]>([:])

    package init() {}

    /// The log's number on this connection, from 1; the same for as long as the terminal is logged in there.
    /// - Parameter log: its id.
    package func handle(of log: [UInt8]) -> UInt32 {
        numbers.withLock { numbers in
            let number = numbers[log] ?? UInt32(clamping: numbers.count + 1)
            numbers[log] = number
            return number
        }
    }

    /// The number of a log that has been opened; nil for any other.
    package func known(_ log: [UInt8]) -> UInt32? { numbers.withLock { $0[log] } }
}
