package import Domain
package import Messages
package import Storage
package import Threads

/// What a handler may know besides its request. Shared, not copied: every step of a call hands it on.
///
/// A call is over once its one answer has been given, its caller has cancelled it or the connection has ended: what waits
/// for it in a queue is then not begun.
package final class Call: Sendable {
    package let method: Method
    package let rule: MethodRule
    package let options: CallOptions
    package let caller: Caller
    package let peer: Peer
    /// UTC milliseconds after which the call must not begin.
    package let deadline: Int64
    /// The party whose turn the call's work waits for.
    package let origin: Origin
    /// The connection it came on; nil for a call of the server's own.
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
        deadline = call.deadline
        origin = call.origin
        connection = call.connection
        original = call.original ?? call
    }

    /// The same call with what the caller may do now.
    func by(_ caller: Caller) -> Call { caller == self.caller ? self : Call(self, caller) }

    /// Nobody waits for an answer any more.
    package var isOver: Bool {
        if let original { return original.isOver }
        return answered.isSet || connection?.isClosed ?? false
    }

    /// True for the one who may give the call's answer.
    func end() -> Bool {
        if let original { return original.end() }
        return answered.set()
    }

    /// From here on the call has begun: its deadline is kept.
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

/// What a connection is, whoever logs in on it.
package struct Peer: Sendable, Equatable {
    /// The peer's address, for the audit log.
    package var address: String
    /// What a proof of possession signs besides its context, so that it is good on this connection only.
    package var binding: ChannelBinding
    /// The network the peer is in.
    package let source: LoginSource
    /// The same as a number, for turns.
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

/// A query's surroundings: one snapshot of what is durable.
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
    /// What a command sees of its own transaction.
    init(_ context: WriteContext) {
        self.init(snapshot: context.transaction, call: context.call, now: context.now, random: context.random)
    }
}

/// A command's surroundings. The handler may be run again, so whatever must happen once goes into `afterCommit`.
package final class WriteContext {
    package let transaction: Transaction
    package let call: Call
    package let now: Int64
    package let random: @Sendable (Int) -> [UInt8]
    /// For effects after the commit.
    package let connections: Connections
    /// Before and after, for methods that are audited.
    package var auditDetail = ""
    /// The call was answered before: nothing happens again.
    var isRepetition = false
    private(set) var effects: [@Sendable () -> Void] = []
    /// The furthest position of each base's scope that has changed.
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

    /// Runs once the command is durable: a push, a message, closing a revoked session.
    package func afterCommit(_ effect: @escaping @Sendable () -> Void) {
        effects.append(effect)
    }

    /// Once the command is durable the base's terminals are told that there is something to pull; once, however often it
    /// has changed.
    package func scopeChanged(_ base: UInt64, position: UInt64) {
        scopes[base] = position
    }

    /// A part of the command that may fail by itself: its rows, its effects and what it said for the audit are then taken
    /// back, and the command goes on.
    /// - Throws: what the disk or the engine failed with; then the command has failed as a whole.
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

    /// After the commit.
    func takeEffect(_ identity: Identity?) {
        if let newCaller { identity?.become(newCaller) }
        for effect in effects { effect() }
        for (base, position) in scopes {
            connections.send(Event(kind: .scopeChanged, position: position), toTerminalsOf: base)
        }
    }

    /// The connection belongs to `caller` once the command is durable.
    package func become(_ caller: Caller) {
        newCaller = caller
    }
}
