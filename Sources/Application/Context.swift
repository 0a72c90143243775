package import Domain
package import Messages
package import Storage
package import Threads

/// The properties of a call besides its request. Shared, not copied, because every step of a call passes it on.
///
/// A call is over once its one answer was given, its caller has cancelled it or the connection has ended; queued work
/// for it is then not started.
package final class Call: Sendable {
    package let method: Method
    package let rule: MethodRule
    package let options: CallOptions
    package let caller: Caller
    package let peer: Peer
    /// When it arrived, UTC milliseconds.
    let madeMs: Int64
    /// UTC milliseconds after which the call must not start.
    package let deadline: Int64
    /// The party in whose turn the call's work is done.
    package let origin: Origin
    /// The connection of the call; nil for a call of the server's own.
    let connection: Identity?
    private let answered = AtomicFlag()
    private let began = AtomicFlag()
    /// The call as it came, when this one has the caller's roles of now.
    private let original: Call?

    package convenience init(method: Method, options: CallOptions, caller: Caller, peer: Peer, now: Int64) {
        self.init(method: method, options: options, caller: caller, peer: peer, now: now, on: nil)
    }

    init(method: Method, options: CallOptions, caller: Caller, peer: Peer, now: Int64, on connection: Identity?) {
        self.method = method
        rule = method.rule
        self.options = options
        self.caller = caller
        self.peer = peer
        madeMs = now
        deadline = options.deadlineMs == 0 ? .max : now &+ Int64(options.deadlineMs)
        origin = Origin(caller, peer, connection)
        self.connection = connection
        original = nil
    }

    private init(_ call: Call, _ caller: Caller) {
        method = call.method
        rule = call.rule
        options = call.options
        self.caller = caller
        peer = call.peer
        madeMs = call.madeMs
        deadline = call.deadline
        origin = call.origin
        connection = call.connection
        original = call.original ?? call
    }

    /// Returns the same call with the caller's present roles.
    func by(_ caller: Caller) -> Call { caller == self.caller ? self : Call(self, caller) }

    /// Whether nobody waits for the answer any more.
    package var isOver: Bool {
        if let original { return original.isOver }
        return answered.isSet || connection?.isClosed ?? false
    }

    /// Returns true for the one caller that may give the answer.
    func end() -> Bool {
        if let original { return original.end() }
        return answered.set()
    }

    /// Marks the call as started: its deadline no longer applies.
    package func begun() { (original ?? self).began.set() }

    func checkDeadline(_ now: Int64) throws(Refusal) {
        if now > deadline, !(original ?? self).began.isSet { throw Refusal(.deadline) }
    }
}

extension Origin {
    fileprivate init(_ caller: Caller, _ peer: Peer, _ connection: Identity?) {
        switch caller {
        case .terminal(let terminal): self.init(.terminal, party: terminal.id)
        case .person(let person): self.init(.person, party: person.id)
        case .anonymous:
            let line = connection.map { UInt64(UInt(bitPattern: ObjectIdentifier($0).hashValue)) } ?? 0
            self.init(.anonymous, party: peer.party, line: line)
        }
    }
}

/// The properties of a connection, independent of its logins.
package struct Peer: Sendable, Equatable {
    /// The peer's address, for the audit log.
    package var address: String
    /// The bytes of this connection that a proof of possession signs, so that the proof is invalid on any other.
    package var binding: ChannelBinding
    /// The peer's network, under which logins are counted.
    package let source: LoginSource
    /// The network as a number, for queues.
    let party: UInt64

    package init(address: String, binding: ChannelBinding) {
        self.address = address
        self.binding = binding
        source = LoginSource(address: address)
        party = UInt64(UInt(bitPattern: source.hashValue))
    }
}

package struct ChannelBinding: Sendable, Equatable {
    /// 32 bytes of the TLS exporter; zeros on a plain transport.
    package var exporter: [UInt8]
    /// The server's 32 random bytes of this connection.
    package var challenge: [UInt8]
    /// `u8 lowest, u8 highest` offered and `u8 chosen`.
    package var versions: [UInt8]

    package init(exporter: [UInt8], challenge: [UInt8], versions: [UInt8]) {
        self.exporter = exporter
        self.challenge = challenge
        self.versions = versions
    }
}

/// The context of a query: a snapshot of durable data.
package struct ReadContext {
    package let snapshot: Snapshot
    package let call: Call
    /// UTC milliseconds, the same throughout the call.
    package let now: Int64
    package let random: @Sendable (Int) -> [UInt8]

    package init(snapshot: Snapshot, call: Call, now: Int64, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.snapshot = snapshot
        self.call = call
        self.now = now
        self.random = random
    }
}

extension ReadContext {
    /// The view of a command on its own transaction.
    init(_ context: WriteContext) {
        self.init(snapshot: context.transaction, call: context.call, now: context.now, random: context.random)
    }
}

/// The context of a command. The handler may be run again, so effects that must happen once go into `afterCommit`.
package final class WriteContext {
    package let transaction: Transaction
    package let call: Call
    package let now: Int64
    package let random: @Sendable (Int) -> [UInt8]
    /// For effects after the commit.
    package let connections: Connections
    /// The values before and after, for audited methods.
    package var auditDetail: AuditDetail = ""
    /// The call was answered before: nothing is repeated.
    var isRepetition = false
    private(set) var effects: [@Sendable () -> Void] = []
    /// The highest changed position of each base's scope.
    private var scopes: [UInt64: UInt64] = [:]
    private(set) var newCaller: Caller?
    private(set) var refusal: Refusal?

    package init(
        transaction: Transaction, call: Call, now: Int64, random: @escaping @Sendable (Int) -> [UInt8],
        connections: Connections
    ) {
        self.transaction = transaction
        self.call = call
        self.now = now
        self.random = random
        self.connections = connections
    }

    /// Runs `effect` once the command is durable: a hint, a message, closing a revoked session.
    package func afterCommit(_ effect: @escaping @Sendable () -> Void) {
        effects.append(effect)
    }

    /// Notifies the base's terminals of a changed scope once the command is durable; once, however often it changed.
    package func scopeChanged(_ base: UInt64, position: UInt64) {
        scopes[base] = position
    }

    /// Runs a part of the command that may fail by itself. On failure its rows, effects and audit detail are rolled
    /// back, and the command continues.
    /// - Throws: storage errors, with which the whole command fails.
    package func part<Value>(_ body: () throws -> Value) throws -> Result<Value, any Error> {
        let (kept, detail) = (effects.count, auditDetail)
        let result = try transaction.part(body)
        if case .failure = result {
            effects.removeSubrange(kept...)
            auditDetail = detail
        }
        return result
    }

    /// Answers with a refusal, and yet keeps what was written: a failed login counts.
    package func refuseAfterCommit(_ refused: Refusal) {
        refusal = refused
    }

    /// Runs the effects, after the commit.
    func takeEffect(_ identity: Identity?) {
        if let newCaller { identity?.become(newCaller) }
        for effect in effects { effect() }
        for (base, position) in scopes {
            connections.send(Event(kind: .scopeChanged, position: position), toTerminalsOf: base)
        }
    }

    /// Makes `caller` the connection's caller once the command is durable.
    package func become(_ caller: Caller) {
        newCaller = caller
    }
}
