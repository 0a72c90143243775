import Application
import Facts
import Journal
import Messages
import Storage
import Threads
import Wire

extension Sync {
    /// SYN-3: receives batches and sends acknowledgements, in order for each log.
    func push(_ request: PushRequest, _ exchange: Exchange) throws -> any CallStream {
        guard case .terminal(let terminal) = exchange.call.caller else { throw Refusal(.notAllowed) }
        return PushStream(self, exchange, terminal)
    }
}

/// One push. Batches are decoded and verified here, on the connection's loop; the writer lane only compares heads and
/// inserts. Several batches may be in progress: each is verified after the one before it, and appended only if that one
/// was.
private final class PushStream: CallStream {
    private let sync: Sync
    private let exchange: Exchange
    private let terminal: TerminalCaller
    private let loaded = Locked([JournalStore.StoredLog]?.none)
    /// Nil until they are read.
    private var logs: PushedLogs?
    /// Items that arrived before the logs were read, or while the limit of commands is reached; bounded by the stream's
    /// credit.
    private var waiting: ArraySlice<[UInt8]> = []
    private let completion = Locked(Completion())
    private var hasAllItems = false

    /// The stream ends when its caller has sent everything and everything is answered.
    private struct Completion {
        /// The most commands of one push that wait or run, within its share of the writer's queue.
        static let most = 256

        var underWay = 0
        /// Items wait until half of the commands are done.
        var isFull = false
        var hasAllItems = false
        var isOver = false

        /// Returns true for the one caller that must end the stream.
        mutating func finish() -> Bool {
            guard hasAllItems, underWay == 0, !isOver else { return false }
            isOver = true
            return true
        }
    }

    init(_ sync: Sync, _ exchange: Exchange, _ terminal: TerminalCaller) {
        self.sync = sync
        self.exchange = exchange
        self.terminal = terminal
        let (loaded, completion, journal) = (loaded, completion, sync.journal)
        exchange.application.read(exchange.call) { context in
            try context.snapshot.all("SELECT id FROM log WHERE terminal = ?1 ORDER BY id", terminal.id) { $0.id(0) }
                .compactMap { try journal.log($0, context.snapshot) }
                .map { log in
                    try journal.verifyHead(of: log, context.snapshot)
                    return log
                }
        } done: { result in
            switch result {
            case .success(let logs):
                loaded.withLock { $0 = logs }
                exchange.responder.whenDrained(stream: exchange.stream)
            case .failure(let refused):
                completion.withLock { $0.isOver = true }
                exchange.fail(refused)
            }
        }
    }

    func item(_ bytes: [UInt8], ended: Bool) {
        // An empty item that ends carries no message; any other does, if only of defaults.
        if !(bytes.isEmpty && ended) { waiting.append(bytes) }
        hasAllItems = ended
        takeItems()
    }

    /// Handles items after the logs were read, or when there is room for more commands.
    func writable() {
        if logs == nil, let stored = loaded.withLock({ $0 }) {
            logs = PushedLogs(stored, opened: terminal.opened, site: sync.site.id)
        }
        takeItems()
    }

    private func takeItems() {
        guard logs != nil else { return }
        while !waiting.isEmpty {
            let isFull = completion.withLock { state in
                state.isFull = state.underWay >= Completion.most
                return state.isFull
            }
            if isFull { return }
            take(waiting.removeFirst())
        }
        if hasAllItems { allItemsTaken() }
    }

    func cancelled() { completion.withLock { $0.isOver = true } }

    var isOver: Bool { completion.withLock { $0.isOver } }

    private func allItemsTaken() {
        for (handle, code, size) in logs?.end() ?? [] { refuse(handle, code, size) }
        let isDone = completion.withLock { state in
            state.hasAllItems = true
            return state.finish()
        }
        if isDone { exchange.end() }
    }

    private func take(_ bytes: [UInt8]) {
        guard !isOver else { return }
        let message: PushBatch
        do {
            message = try PushBatch(serialized: bytes)
        } catch {
            completion.withLock { $0.isOver = true }
            return exchange.fail(Refusal(.badMessage))
        }
        switch logs?.take(message, bytes: bytes.count) {
        case .none, .incomplete: break
        case .verified(let repeated, let fresh, let size): land(repeated, fresh, message.handle, size)
        case .refused(let code, let size): refuse(message.handle, code, size)
        }
    }

    /// Acknowledges what is stored already and appends what continues from there. Another connection of the same device
    /// may have stored some of it meanwhile: the same bytes are acknowledged again, others prove a fork.
    private func land(_ repeated: [[UInt8]], _ batches: [VerifiedBatch], _ handle: UInt32, _ size: PushedLogs.Size) {
        let (journal, receipts) = (sync.journal, sync.secrets.receipts)
        let row = logs?.row(of: handle) ?? 0
        perform(handle, size) { context in
            let transaction = context.transaction
            guard var log = try journal.log(row, transaction) else { throw Refusal(.notFound) }
            guard !log.isClosed else { throw Refusal(.logClosed) }
            var isPlain = true
            var acknowledged: [ClosedRange<UInt64>] = []
            func acknowledge(_ body: [UInt8]) throws {
                let sequences = try Batch.sequences(of: body)
                isPlain = try journal.compare(body, sequences, with: log, transaction) && isPlain
                acknowledged.append(sequences)
            }
            for body in repeated { try acknowledge(body) }
            var fresh = batches[...]
            while let next = fresh.first?.sealed, next.sequences.lowerBound <= log.head.sequence {
                try acknowledge(next.body)
                fresh.removeFirst()
            }
            var quarantined = QuarantinedRanges()
            if !isPlain, let first = acknowledged.first?.lowerBound, let last = acknowledged.last?.upperBound {
                quarantined = try journal.quarantined(of: log, first...last, transaction)
            }
            if let next = fresh.first {
                guard next.sealed.sequences.lowerBound == log.head.sequence + 1 else { throw Refusal(.gap) }
                guard next.previous == log.head.hash else { throw Refusal(.fork) }
                if let end = log.endsAt, fresh.contains(where: { $0.sealed.sequences.upperBound > end }) {
                    throw Refusal(.logClosed)
                }
                acknowledged += fresh.map(\.sealed.sequences)
                let appended = try journal.append(fresh, to: log, now: context.now, transaction)
                log = appended.log
                quarantined.add(appended.quarantined)
            }
            guard let last = acknowledged.last?.upperBound else { throw Refusal(.badBatch) }
            let time = UInt64(context.now)
            var ack = Ack(
                handle: handle, quarantined: quarantined.ranges, receiptTimeMs: time,
                receiptToken: ReceiptToken.make(key: receipts, log: log.id, sequence: last, timeMs: time),
                moreQuarantined: quarantined.isCut)
            if quarantined.ranges.isEmpty {
                ack.all = last
            } else {
                (ack.received, ack.durable, ack.applied) = (last, last, last)
            }
            return ack.serialized()
        }
    }

    private func perform(
        _ handle: UInt32, _ size: PushedLogs.Size, _ command: @escaping Route.Handler
    ) {
        completion.withLock { $0.underWay += 1 }
        let (exchange, completion) = (exchange, completion)
        exchange.write(command) { result in
            let ack =
                switch result {
                case .success(let ack): ack
                case .failure(let refused): Ack(handle: handle, refused: refused.code).serialized()
                }
            let (isHeard, isDone, hasRoom) = completion.withLock { state in
                state.underWay -= 1
                let hasRoom = state.isFull && state.underWay <= Completion.most / 2
                if hasRoom { state.isFull = false }
                return (!state.isOver, state.finish(), hasRoom)
            }
            guard isHeard else { return }
            exchange.item(ack)
            exchange.responder.consumed(stream: exchange.stream, items: size.items, bytes: size.bytes)
            if hasRoom { exchange.responder.whenDrained(stream: exchange.stream) }
            if isDone { exchange.end() }
        }
    }

    /// Refuses an item, in order after those in progress. The connection and its other logs continue.
    private func refuse(_ handle: UInt32, _ code: ErrorCode, _ size: PushedLogs.Size) {
        perform(handle, size) { _ in throw Refusal(code) }
    }
}
