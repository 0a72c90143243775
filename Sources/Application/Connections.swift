package import Messages
import Threads

/// The open connections of logged-in people and terminals, to send hints about messages and to close the connections of
/// a revoked session or terminal. One entry per connection, from login to logout or end. No invariant depends on it: it
/// sends hints and goodbyes only.
package final class Connections: Sendable {
    private enum Owner: Hashable {
        case person(UInt64)
        case terminal(UInt64)

        init?(_ caller: Caller) {
            switch caller {
            case .anonymous: return nil
            case .person(let person): self = .person(person.id)
            case .terminal(let terminal): self = .terminal(terminal.id)
            }
        }
    }

    private struct Entry {
        /// 0 for a terminal.
        let session: UInt64
        let responder: any Responder
    }

    private struct State {
        /// By owner, then by connection.
        var entries: [Owner: [ObjectIdentifier: Entry]] = [:]
        /// The person of each session with a connection.
        var people: [UInt64: UInt64] = [:]
        /// The connections of each base's terminals.
        var terminals: [UInt64: [ObjectIdentifier: any Responder]] = [:]

        mutating func remove(_ connection: ObjectIdentifier, of owner: Owner) {
            guard let entry = entries[owner]?.removeValue(forKey: connection) else { return }
            if !(entries[owner]?.contains { $0.value.session == entry.session } ?? false) {
                people[entry.session] = nil
            }
            if entries[owner]?.isEmpty == true { entries[owner] = nil }
        }

        mutating func remove(_ connection: ObjectIdentifier, ofTerminalOf base: UInt64) {
            terminals[base]?[connection] = nil
            if terminals[base]?.isEmpty == true { terminals[base] = nil }
        }
    }

    private let state = Locked(State())

    package init() {}

    /// The number of connections with a known caller.
    package var count: Int { state.withLock { $0.entries.reduce(0) { $0 + $1.value.count } } }

    /// Sends a hint on every connection of a person.
    package func send(_ event: Event, to person: UInt64) {
        for responder in responders(of: .person(person)) { responder.event(event) }
    }

    /// Sends a hint on every connection of a base's terminals.
    package func send(_ event: Event, toTerminalsOf base: UInt64) {
        let responders = state.withLock { Array(($0.terminals[base] ?? [:]).values) }
        for responder in responders { responder.event(event) }
    }

    /// Closes every connection of a revoked session, with the reason.
    package func close(session: UInt64, _ goodbye: Goodbye = Goodbye(code: .sessionExpired)) {
        guard let person = state.withLock({ $0.people[session] }) else { return }
        for responder in responders(of: .person(person), session: session) { responder.close(goodbye) }
    }

    /// Notifies every connection of a revoked terminal and closes it.
    package func close(terminal: UInt64) {
        for responder in responders(of: .terminal(terminal)) {
            responder.event(Event(kind: .revoked))
            responder.close(Goodbye(code: .terminalRevoked))
        }
    }

    /// Changes a connection's owner.
    func move(_ connection: ObjectIdentifier, _ responder: any Responder, from old: Caller, to new: Caller) {
        state.withLock { state in
            if let owner = Owner(old) { state.remove(connection, of: owner) }
            if case .terminal(let terminal) = old { state.remove(connection, ofTerminalOf: terminal.base) }
            guard let owner = Owner(new) else { return }
            var session: UInt64 = 0
            switch new {
            case .anonymous: break
            case .person(let person):
                session = person.session
                state.people[session] = person.id
            case .terminal(let terminal): state.terminals[terminal.base, default: [:]][connection] = responder
            }
            state.entries[owner, default: [:]][connection] = Entry(session: session, responder: responder)
        }
    }

    private func responders(of owner: Owner, session: UInt64? = nil) -> [any Responder] {
        state.withLock { state in
            (state.entries[owner] ?? [:]).values.filter { session == nil || $0.session == session }.map(\.responder)
        }
    }
}
