package import Messages
package import Network

extension ServerSite {
    /// Opens a separate connection to this site, for a program that needs more than calls (a terminal's sync).
    /// - Parameter serverLogs: the positions of the server's own logs that the caller has seen.
    package func open(waitMs: UInt64, serverLogs: [LogPosition] = []) throws(ClientError) -> ClientSocket {
        var hello = Client.hello
        hello.serverLogs = serverLogs
        return try ClientError.catching {
            try ClientSocket.connect(to: endpoint, trust: trust, hello: hello, by: .inMs(waitMs))
        }
    }
}
