package import Messages
import Threads

/// The live connections of logged-in people, so that somebody can be told that a message waits, and the connections of a
/// revoked session can be closed. One entry a connection, from its login to its logout or end; nothing here guards an
/// invariant, and what is sent is a hint or a goodbye.
package final class Connections: Sendable {
    private struct Entry {
        let session: UInt64
        let responder: any Responder
    }

    private struct State {
        /// By person, then by connection.
        var entries: [UInt64: [ObjectIdentifier: Entry]] = [:]
        /// Whose session it is, while it has a connection.
        var people: [UInt64: UInt64] = [:]

        mutating func remove(_ connection: ObjectIdentifier, of person: UInt64) {
            guard let entry = entries[person]?.removeValue(forKey: connection) else { return }
            if !(entries[person]?.contains { $0.value.session == entry.session } ?? false) {
                people[entry.session] = nil
            }
            if entries[person]?.isEmpty == true { entries[person] = nil }
        }
    }

    private let state = Locked(State())

    init() {}

    /// Connections that belong to somebody.
    package var count: Int { state.withLock { $0.entries.reduce(0) { $0 + $1.value.count } } }

    /// Sends a hint on every connection of a person.
    package func send(_ event: Event, to person: UInt64) {
        for responder in responders(of: person, where: { _ in true }) { responder.event(event) }
    }

    /// Ends every connection of a session that has been revoked, with the reason.
    package func close(session: UInt64, _ goodbye: Goodbye = Goodbye(code: .sessionExpired)) {
        guard let person = state.withLock({ $0.people[session] }) else { return }
        for responder in responders(of: person, where: { $0 == session }) { responder.close(goodbye) }
    }

    /// A connection changes hands; `nil` for nobody.
    func move(_ connection: ObjectIdentifier, _ responder: any Responder, from old: Caller, to new: Caller) {
        state.withLock { state in
            if case .person(let person) = old { state.remove(connection, of: person.id) }
            guard case .person(let person) = new else { return }
            state.entries[person.id, default: [:]][connection] = Entry(session: person.session, responder: responder)
            state.people[person.session] = person.id
        }
    }

    private func responders(of person: UInt64, where wanted: (_ session: UInt64) -> Bool) -> [any Responder] {
        state.withLock { state in (state.entries[person] ?? [:]).values.filter { wanted($0.session) }.map(\.responder) }
    }
}
