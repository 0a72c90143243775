package import Messages

/// The caller of a connection. Every transaction of a call reads the present roles anew (``Application/authority``).
package enum Caller: Sendable, Equatable {
    case anonymous
    case person(PersonCaller)
    case terminal(TerminalCaller)

    /// Identifies the caller in the idempotency table and the audit log; 0 for anonymous callers.
    package var number: Int64 {
        switch self {
        case .anonymous: 0
        case .person(let person): Int64(person.id)
        case .terminal(let terminal): -Int64(terminal.id)
        }
    }

    /// Returns whether the caller has one of `roles`, over any organisation; the handler checks which.
    package func holds(anyOf roles: [Role]) -> Bool {
        if roles.contains(.anyone) { return true }
        return switch self {
        case .anonymous: false
        case .terminal: roles.contains(.terminal)
        case .person(let person): roles.contains(.person) || person.grants.contains { roles.contains($0.role) }
        }
    }
}

extension Method {
    /// True for calls allowed with the initial password (ACC-6c).
    var servesInitialPassword: Bool {
        rule.allows.contains(.anyone)
            || [.accountsWhoAmI, .accountsChangePassword, .accountsLogout].contains(self)
    }
}

package struct PersonCaller: Sendable, Equatable {
    package var id: UInt64
    package var session: UInt64
    package var grants: [Grant]
    package var mustChangePassword: Bool

    package init(id: UInt64, session: UInt64, grants: [Grant], mustChangePassword: Bool) {
        self.id = id
        self.session = session
        self.grants = grants
        self.mustChangePassword = mustChangePassword
    }
}

/// A role over one organisation; organisation 0 is the whole platform.
package struct Grant: Sendable, Equatable {
    package var role: Role
    package var organisation: UInt64

    package init(role: Role, organisation: UInt64) {
        self.role = role
        self.organisation = organisation
    }
}

package struct TerminalCaller: Sendable {
    package var id: UInt64
    package var base: UInt64
    /// UTC milliseconds at which the server authenticated the terminal; the terminal learns of it later.
    package var sinceMs: Int64
    /// The logs opened since this login on this connection.
    package let opened = OpenedLogs()

    package init(id: UInt64, base: UInt64, sinceMs: Int64) {
        self.id = id
        self.base = base
        self.sinceMs = sinceMs
    }
}

extension TerminalCaller: Equatable {
    package static func == (a: TerminalCaller, b: TerminalCaller) -> Bool { a.id == b.id && a.base == b.base }
}
