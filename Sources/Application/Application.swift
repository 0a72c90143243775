package import Crypto
import Domain
package import Messages
package import Storage
import Threads
package import Wire

/// The one path of every request: limits, caller, permission, idempotency, transaction, audit, effects after the
/// commit.
package final class Application: Sendable {
    package let executor: any Executor
    package let ports: Ports
    package let connections: Connections
    package let counts: CallCounts
    /// By method number. Routes are closures over the whole service, made once and not per call.
    let routes: [Route?]
    /// Returns the caller with present grants; throws for an expired session or a revoked terminal.
    let authority: @Sendable (Snapshot, Call, _ now: Int64) throws -> Caller
    let answers: Answers
    private let spendings: Spendings
    private let refusals: RefusalTally
    let foundDamage: FoundDamage

    /// - Parameters:
    ///   - route: the table of handlers, exhaustive over the methods.
    ///   - authority: returns the caller with present roles; throws for an expired session or a revoked terminal.
    ///     Called inside the transaction of every command and query.
    ///   - master: encrypts the stored replies.
    package init(
        executor: any Executor, ports: Ports, master: MasterKey, route: @escaping @Sendable (Method) -> Route,
        authority: @escaping @Sendable (Snapshot, Call, _ now: Int64) throws -> Caller
    ) {
        self.executor = executor
        self.ports = ports
        connections = Connections()
        counts = CallCounts()
        var routes = [Route?](repeating: nil, count: 1 + Int(Method.allCases.map(\.rawValue).max() ?? 0))
        for method in Method.allCases {
            let route = route(method)
            if case .immediate = route {
                precondition(method.rule.allows.contains(.anyone), "\(method) is not for anybody")
            }
            routes[Int(method.rawValue)] = route
        }
        self.routes = routes
        self.authority = authority
        answers = Answers(master: master)
        spendings = Spendings()
        refusals = RefusalTally()
        foundDamage = FoundDamage()
    }

    /// Returns a copy that runs its work on another executor.
    package func run(by executor: some Executor) -> Application {
        Application(self, executor)
    }

    private init(_ other: Application, _ executor: some Executor) {
        self.executor = executor
        ports = other.ports
        connections = other.connections
        counts = other.counts
        routes = other.routes
        authority = other.authority
        answers = other.answers
        spendings = other.spendings
        refusals = other.refusals
        foundDamage = other.foundDamage
    }

    func route(_ method: Method) throws(Refusal) -> Route {
        guard let route = routes[Int(method.rawValue)] else { throw Refusal(.internal) }
        return route
    }

    /// Appends the reply of a method that anybody may call and that needs no lookup. Returns false for any other
    /// method, and for a refusal; then call ``Session/call(stream:method:options:request:)``.
    package func answerAtOnce(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool {
        guard case .immediate(let handler)? = routes[Int(method.rawValue)] else { return false }
        do {
            try handler(request, &reply)
            counts.note(method, nil, tookMs: 0)
            return true
        } catch {
            return false
        }
    }

    typealias Answer = @Sendable (Result<[UInt8], Refusal>) -> Void

    /// Whether the call may begin at all: known caller, role, initial password changed, key present, budget not used up.
    func admit(_ call: Call, now: Int64) throws(Refusal) {
        try spendings.checkRefusals(call, now: now)
        guard call.caller.holds(anyOf: call.rule.allows) else {
            throw Refusal(call.caller == .anonymous ? .notLoggedIn : .notAllowed)
        }
        if case .person(let person) = call.caller, person.mustChangePassword, !call.method.servesInitialPassword {
            throw Refusal(.passwordChangeRequired)
        }
        if call.rule.effect == .mutates, call.options.idempotencyKey.count != Answers.keySize {
            throw Refusal(.keyRequired)
        }
        try spendings.spend(call, now: now)
    }

    /// Runs a command with a single reply, at most once per idempotency key.
    func command(
        _ call: Call, _ request: [UInt8], _ identity: Identity?, _ answer: @escaping Answer,
        _ handler: @escaping @Sendable (WriteContext) throws -> [UInt8]
    ) {
        // Computed here, because the writer's time is shared by everybody.
        let digest = call.rule.effect == .mutates ? answers.digest(call, request) : nil
        executor.write(WriteCommand(CommandCall(self, call, digest, identity, handler, answer), from: call.origin))
    }

    /// Drops what has had its time: answers kept for repeated calls. To be called now and then.
    package func expire() {
        let now = ports.now()
        executor.write(
            { transaction in try Answers.expire(transaction, now: now) },
            done: { [self] result in
                guard case .failure(let error) = result else { return }
                ports.log(LogLine(.warning, "expiry failed", [("error", "\(error)")]))
            })
    }

    /// OPS-3: somebody known who asks again and again for what is refused, or does not wait when told to, waits with everything.
    /// ORG-2: what they are not allowed is audited.
    func noteRefusal(_ refused: Refusal, of call: Call) {
        let now = ports.now()
        switch (refused.code, call.caller) {
        case (_, .anonymous): return
        case (.notAllowed, _): spendings.refused(call, now: now)
        case (.busy, .person): return spendings.refused(call, now: now)
        default: return
        }
        let (isEntered, rest) = refusals.count(call, now: now)
        if let rest { record(rest, now) }
        guard isEntered else { return }
        executor.write(
            { transaction in try Audit.recordRefusal(transaction, call, now: now) },
            done: { [self] result in _ = refusing(result, call) })
    }

    /// Audits the refused calls that were only counted. Call every few seconds.
    package func recordRefusals() {
        let now = ports.now()
        for rest in refusals.ended(now: now) { record(rest, now) }
    }

    private func record(_ rest: RefusalTally.Rest, _ now: Int64) {
        executor.write(
            { transaction in
                try Audit.recordRefusal(
                    transaction, rest.last, now: now, "and \(rest.count) more within a minute, of whatever methods")
            },
            done: { [self] result in _ = refusing(result, rest.last) })
    }

    /// Returns the call with its caller's present roles. A caller with an expired session may still make calls that
    /// anybody may, such as logging in again.
    private func authorised(_ snapshot: Snapshot, _ call: Call, _ now: Int64) throws -> Call {
        try call.checkDeadline(now)
        if call.rule.allows.contains(.anyone) { return call }
        let caller = try authority(snapshot, call, now)
        guard caller != call.caller else { return call }
        call.connection?.refresh(caller)
        guard caller.holds(anyOf: call.rule.allows) else { throw Refusal(.notAllowed) }
        return call.by(caller)
    }

    /// Reads the present roles of a person whose remembered ones do not allow the call, because one may have been given since
    /// (ACC-12b). They are known on return where lookups run inline, as in a server; else from a later call on.
    func refreshCaller(of call: Call) {
        executor.lookUp(for: call) { [self] snapshot in
            // Refuses whoever has no such role now either, as the admission will.
            _ = try authorised(snapshot, call, ports.now())
        } done: { [self] result in
            _ = refusing(result, call)
        }
    }

    /// Runs a query as the caller of `call`.
    package func read<Reply: Sendable>(
        _ call: Call, _ query: @escaping @Sendable (ReadContext) throws -> Reply,
        done: @escaping @Sendable (Result<Reply, Refusal>) -> Void
    ) {
        executor.read(for: call, asking(call, query), done: telling(call, done))
    }

    func lookUp(
        _ call: Call, _ query: @escaping @Sendable (ReadContext) throws -> [UInt8], done: @escaping Answer
    ) {
        executor.lookUp(for: call, asking(call, query), done: telling(call, done))
    }

    private func asking<Reply>(
        _ call: Call, _ query: @escaping @Sendable (ReadContext) throws -> Reply
    ) -> @Sendable (Snapshot) throws -> Reply {
        let random = ports.random
        return { [self] snapshot in
            let now = ports.now()
            let call = try authorised(snapshot, call, now)
            return try query(ReadContext(snapshot: snapshot, call: call, now: now, random: random))
        }
    }

    private func telling<Reply>(
        _ call: Call, _ done: @escaping @Sendable (Result<Reply, Refusal>) -> Void
    ) -> @Sendable (Result<Reply, any Error>) -> Void {
        { [self] result in
            let result = refusing(result, call)
            if case .failure(let refused) = result { noteRefusal(refused, of: call) }
            done(result)
        }
    }

    /// Runs a command as the caller of `call`, with its audit entry, and its effects after the commit.
    package func write(
        _ call: Call, _ command: @escaping Route.Handler, done: @escaping @Sendable (Result<[UInt8], Refusal>) -> Void
    ) {
        executor.write(WriteCommand(CommandCall(self, call, nil, nil, command, done), from: call.origin))
    }

    /// Runs a slice of work that continues after its call was answered, and after its connection or session has ended.
    /// Other commands go first. Writes an audit entry if the slice has an audit detail.
    /// - Parameter caller: returns the call on whose behalf it runs; throws if it may no longer be made.
    package func workOn<Reply: Sendable>(
        as caller: @escaping @Sendable (Snapshot) throws -> Call,
        _ slice: @escaping @Sendable (WriteContext) throws -> Reply,
        done: @escaping @Sendable (Result<Reply, any Error>) -> Void
    ) {
        executor.writeInBackground { [self] transaction in
            let context = WriteContext(
                transaction: transaction, call: try caller(transaction), now: ports.now(), random: ports.random,
                connections: connections)
            let reply = try slice(context)
            if !context.auditDetail.isEmpty { try Audit.record(context) }
            return CommittedWork(context: context, reply: reply)
        } done: { (result: Result<CommittedWork<Reply>, any Error>) in
            if case .success(let slice) = result { slice.context.takeEffect(nil) }
            done(result.map(\.reply))
        }
    }

    /// Starts a command in its transaction: checks the caller and makes the context.
    func begin(_ call: Call, _ transaction: Transaction) throws -> WriteContext {
        let now = ports.now()
        let call = try authorised(transaction, call, now)
        return WriteContext(
            transaction: transaction, call: call, now: now, random: ports.random, connections: connections)
    }

    /// Gives every failure its number; what is not a refusal is logged and told only as *internal*.
    func refusing<Value>(_ result: Result<Value, any Error>, _ call: Call) -> Result<Value, Refusal> {
        switch result {
        case .success(let value): .success(value)
        case .failure(let error): .failure(refused(error, call))
        }
    }

    package func refused(_ error: any Error, _ call: Call) -> Refusal {
        switch error {
        case let refusal as Refusal: return refusal
        case let malformed as DecodeError: return Refusal(.badMessage, Phrase("\(malformed)", "\(malformed)"))
        case LaneError.givenUp: return Refusal(.cancelled)
        case is LaneError: return Refusal(.busy, retryAfterMs: 500)
        case let storage as StorageError where storage.kind == .full:
            return Refusal(
                .busy,
                Phrase(
                    "the server cannot write now, its disk is full: whoever runs it must make room",
                    "服务器磁盘已满，暂时无法写入，请联系服务器管理员腾出空间"), retryAfterMs: 200)
        case let storage as StorageError where [.busy, .retry].contains(storage.kind):
            return Refusal(.busy, retryAfterMs: 200)
        case let storage as StorageError where storage.kind == .text:
            return Refusal(.invalid, Phrase("a text with a zero byte", "文本含零字节"))
        case let error where Damage(error) != nil:
            if let damage = Damage(error) { report(damage) }
            return Refusal(
                .internal,
                Phrase(
                    "what is stored about this is damaged, and nothing was decided from it; tell whoever runs the server",
                    "所存数据已损坏，系统未据此作任何判断；请告知服务器管理员"))
        default:
            ports.log(LogLine(.error, "call failed", [("method", call.method.name), ("error", "\(error)")]))
            return Refusal(.internal)
        }
    }
}

/// A command of the server, on its way through the commit.
struct CommittedWork<Reply: Sendable>: @unchecked Sendable {
    // Sendable by hand: the context stays on the thread that commits.
    let context: WriteContext
    let reply: Reply
}
