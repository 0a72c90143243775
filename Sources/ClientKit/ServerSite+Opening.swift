import Messages
package import Network

extension ServerSite {
    /// A connection of its own to this very site, for a program that speaks more than calls (a terminal's sync).
    package func open(waitMs: UInt64) throws(ClientError) -> ClientSocket {
        try ClientError.catching {
            try ClientSocket.connect(to: endpoint, trust: trust, hello: Client.hello, by: .inMs(waitMs))
        }
    }
}
