import Connection

// The bytes before the protocol: a proxy's header, and TLS. Both are peeked at in the socket before memory is
// allocated, so that a peer that starts and does not continue costs nothing.
extension Loop {
    /// Reads a proxy's header; returns true once it is complete.
    func introduce(_ connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Bool {
        guard let count = peek(connection: &connection, &buffer) else { return false }
        switch ProxyHeader(buffer[..<count]) {
        case .incomplete:
            return false
        case .malformed:
            end(&connection, because: .violation(.badPreface))
            return false
        case .whole(let size, let client):
            var header = [UInt8](repeating: 0, count: size)
            guard case .bytes(size) = connection.channel.receive(&header) else {
                end(&connection, because: .disconnected)
                return false
            }
            if let client {
                guard admission.attribute(to: client, nowMs: nowMs) else {
                    end(&connection, because: .gaveWay)
                    return false
                }
                connection.source = client
                connection.address = client
            }
            connection.stage = listeners[connection.listener].isPlain ? .speaking : .securing
            return true
        }
    }

    /// Continues the TLS handshake; returns true once it is done.
    func secure(_ connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Bool {
        if connection.channel.tls == nil {
            guard hasHello(&connection, &buffer), beginTLS(&connection) else { return false }
        }
        switch connection.channel.tls?.handshake() ?? .failed("no TLS") {
        case .done:
            connection.stage = .speaking
            charge(&connection)
            return true
        case .wantsRead, .wantsWrite:
            charge(&connection)
            return false
        case .failed(let text):
            end(&connection, because: .transport(text))
            return false
        }
    }

    /// Returns whether the first record of a TLS client has arrived whole.
    private func hasHello(_ connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Bool {
        guard let count = peek(connection: &connection, &buffer) else { return false }
        guard buffer[0] == 0x16, count < 2 || buffer[1] == 3 else {
            end(&connection, because: .violation(.badPreface))
            return false
        }
        return count >= 5 && count >= 5 + Int(buffer[3]) << 8 + Int(buffer[4])
    }

    private func beginTLS(_ connection: inout ServedConnection) -> Bool {
        // A source without handshakes left waits; every tick retries.
        connection.waitsForHandshake = !admission.takeHandshake(of: connection.source, nowMs: nowMs)
        guard !connection.waitsForHandshake else { return false }
        do {
            guard let credentials = listeners[connection.listener].credentials else { return true }
            connection.channel.secure(with: try credentials.tls.accept(on: connection.channel.socket))
            connection.siteSignature = credentials.siteSignature
            return true
        } catch {
            end(&connection, because: .transport("\(error)"))
            return false
        }
    }

    /// Returns the number of bytes in the socket; nil if there are none. Ends the connection if the peer has closed it.
    private func peek(connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Int? {
        switch connection.channel.peek(&buffer) {
        case .bytes(let count): return count
        case .nothing: return nil
        case .ended:
            end(&connection, because: .disconnected)
            return nil
        case .failed(let text):
            end(&connection, because: .transport(text))
            return nil
        }
    }
}
