import Messages
import Storage

/// A call of several steps on its way through the executor: each begins when the one before it has succeeded, and the
/// first that fails answers the call.
package struct StagedCall: Sendable {
    let application: Application
    let call: Call
    let request: [UInt8]
    let identity: Identity
    let answer: Application.Answer

    /// Runs the query on a snapshot. A repeated call is answered there, and its work is not done again: after a change of
    /// password the old one is wrong.
    func load<Loaded: Sendable>(
        _ query: @escaping @Sendable (ReadContext) throws -> Loaded, then next: @escaping @Sendable (Loaded) -> Void
    ) {
        let (answers, answer) = (application.answers, answer)
        application.read(call) { [call, request] context -> Step<Loaded> in
            if call.rule.effect == .mutates,
                let known = try answers.known(call, answers.digest(call, request), context.snapshot)
            {
                return .answered(known)
            }
            return .goesOn(try query(context))
        } done: { step in
            switch step {
            case .failure(let refused): answer(.failure(refused))
            case .success(.answered(let reply)): answer(.success(reply))
            case .success(.goesOn(let loaded)): next(loaded)
            }
        }
    }

    /// Does the work on a thread of `pool`.
    /// - Parameter line: the line it waits in; nil for the one of the call's connection.
    func work<Worked: Sendable>(
        in pool: Pool, line: UInt64? = nil, _ work: @escaping @Sendable () throws -> Worked,
        then next: @escaping @Sendable (Worked) -> Void
    ) {
        let (application, call, answer) = (application, call, answer)
        application.executor.slow(in: pool, for: call, line: line) {
            try call.checkDeadline(application.ports.now())
            return try work()
        } done: { worked in
            switch application.refusing(worked, call) {
            case .failure(let refused): answer(.failure(refused))
            case .success(let worked): next(worked)
            }
        }
    }

    /// Answers without a write.
    /// - Parameter caller: the connection's caller from now on; nil leaves it as it is.
    func reply(_ reply: [UInt8], becoming caller: Caller?) {
        if let caller { identity.become(caller) }
        answer(.success(reply))
    }

    /// Runs the command and answers.
    func commit(_ handler: @escaping Route.Handler) {
        application.command(call, request, identity, answer, handler)
    }

    private enum Step<Loaded: Sendable>: Sendable {
        case answered([UInt8])
        case goesOn(Loaded)
    }
}
