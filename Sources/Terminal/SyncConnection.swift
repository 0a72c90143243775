package import Connection
package import Messages

/// The connection of a sync: a client's connection over a socket, or a simulated one.
package protocol SyncConnection: AnyObject {
    func call(_ method: Method, options: CallOptions, request: [UInt8]) throws(CallRefusal) -> UInt32
    func items(_ stream: UInt32, _ items: [[UInt8]]) throws(CallRefusal) -> Flow
    func endItems(_ stream: UInt32)
    func consumed(_ stream: UInt32, bytes: Int)
    func authenticated()
}
