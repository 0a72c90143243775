package import Messages
package import Network

extension ServerSite {
    /// A connection of its own to this very site, for a program that speaks more than calls (a terminal's sync).
    /// - Parameter serverLogs: what the caller has seen of the server's own logs.
    package func open(waitMs: UInt64, serverLogs: [LogPosition] = []) throws(ClientError) -> ClientSocket {
        var hello = Client.hello
        hello.serverLogs = serverLogs
        return try ClientError.catching {
            try ClientSocket.connect(to: endpoint, trust: trust, hello: hello, by: .inMs(waitMs))
        }
    }
}
