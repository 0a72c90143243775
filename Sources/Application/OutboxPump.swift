import Messages
import Storage
import Threads

/// Empties the outbox: leases what is due, a few entries at a time, sends each on a thread of the pool for deliveries, and
/// settles it in a commit of its own. It has no thread: a commit that writes an entry, the end of an attempt and the
/// server's tick wake it.
package final class OutboxPump: Sendable {
    /// Entries that one server has leased at once. Its pool has a thread for each: no lease runs while its entry waits.
    package static let atOnce = 4

    private struct State {
        var underWay = 0
        var isLeasing = false
        var isWokenAgain = false
        var isStopped = false
    }

    private let application: Application
    private let outbox: DeliveryOutbox
    private let holder: UInt64
    private let state = Monitor(State())

    /// - Parameter holder: this server's number; of two that run at once, each has its own.
    package init(_ application: Application, _ outbox: DeliveryOutbox, holder: UInt64) {
        self.application = application
        self.outbox = outbox
        self.holder = holder
    }

    /// Sends from now on, first of all what this server had leased before it was killed.
    package func start() {
        outbox.afterWriting { [weak self] in self?.wake() }
        let now = application.ports.now()
        application.executor.write({ [outbox, holder] in try outbox.takeBack(from: holder, $0, now: now) }) { [self] in
            if case .failure(let error) = $0 { note(error) }
            wake()
        }
    }

    /// Looks on a reader for what has become due. To be called every second or so.
    package func tick() {
        let now = application.ports.now()
        application.executor.read(for: nil, { [outbox] in try outbox.isDue($0, now: now) }) { [self] isDue in
            switch isDue {
            case .success(let isDue): if isDue { wake() }
            case .failure(let error): note(error)
            }
        }
    }

    /// Leases and sends what is due, as far as there is room. From any thread.
    package func wake() {
        let room = state.change { state -> Int in
            guard !state.isStopped else { return 0 }
            guard !state.isLeasing else {
                state.isWokenAgain = true
                return 0
            }
            let room = Self.atOnce - state.underWay
            if room > 0 { state.isLeasing = true }
            return room
        }
        guard room > 0 else { return }
        application.executor.write(
            { [self] in try outbox.lease(to: holder, atMost: room, $0, now: application.ports.now()) }
        ) { [self] leased in
            var (deliveries, isMore) = ([Delivery](), false)
            switch leased {
            case .success(let leased): (deliveries, isMore) = leased
            case .failure(let error): note(error)
            }
            let isWoken = state.change { state in
                defer { state.isWokenAgain = false }
                state.isLeasing = false
                state.underWay += deliveries.count
                return state.isWokenAgain
            }
            for delivery in deliveries { send(delivery) }
            if isWoken || isMore { wake() }
        }
    }

    /// Leases nothing more, and waits half a second for attempts under way. What is not settled by then is repeated with
    /// the same key.
    package func stop() {
        state.change { $0.isStopped = true }
        _ = state.wait(atMostMs: 500) { $0.underWay == 0 && !$0.isLeasing ? () : nil }
    }

    private func send(_ delivery: Delivery) {
        let (outbox, now) = (outbox, application.ports.now)
        application.executor.slow(in: .deliveries, for: nil, line: delivery.id) {
            guard now() < delivery.leaseEndsMs else { throw DeliveryFailure("its lease was over", isTransient: true) }
            return try outbox.attempt(delivery)
        } done: { [self] (settlement: Result<DeliveryKind.Settlement, any Error>) in
            settle(
                delivery, settlement.mapError { $0 as? DeliveryFailure ?? DeliveryFailure("\($0)", isTransient: true) })
        }
    }

    private func settle(_ delivery: Delivery, _ outcome: Result<DeliveryKind.Settlement, DeliveryFailure>) {
        let chance = application.ports.random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        application.runOwn(
            { [self] context in
                try outbox.settle(delivery, of: holder, outcome, context, chance: chance)
            },
            done: { [self] (settled: Result<OutboxState?, any Error>) in
                switch settled {
                case .success(let state): note(delivery, outcome, state)
                case .failure(let error): note(error)
                }
                state.change { $0.underWay -= 1 }
                wake()
            })
    }

    private func note(
        _ delivery: Delivery, _ outcome: Result<DeliveryKind.Settlement, DeliveryFailure>, _ state: OutboxState?
    ) {
        guard case .failure(let failure) = outcome else { return }
        application.ports.log(
            LogLine(
                state == .dead ? .error : .warning, state == .dead ? "delivery given up" : "delivery failed",
                [
                    ("kind", "\(delivery.kind)"), ("entry", "\(delivery.id)"), ("attempt", "\(delivery.attempts)"),
                    ("reason", failure.reason),
                ]))
    }

    private func note(_ error: any Error) {
        application.ports.log(LogLine(.error, "outbox", [("error", "\(error)")]))
    }
}
