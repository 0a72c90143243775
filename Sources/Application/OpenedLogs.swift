import Threads

/// The logs that a terminal has opened on one connection, with the handles that name them there. A handle is invalid on
/// any other connection.
package final class OpenedLogs: Sendable {
    private let numbers = Locked<[[UInt8]: UInt32]>([:])

    package init() {}

    /// Returns the log's handle on this connection, from 1, constant while the terminal is logged in.
    /// - Parameter log: the log's id.
    package func handle(of log: [UInt8]) -> UInt32 {
        numbers.withLock { numbers in
            let number = numbers[log] ?? UInt32(clamping: numbers.count + 1)
            numbers[log] = number
            return number
        }
    }

    /// Returns the handle of an open log; nil for any other.
    package func known(_ log: [UInt8]) -> UInt32? { numbers.withLock { $0[log] } }
}
