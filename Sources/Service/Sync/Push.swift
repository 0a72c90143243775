import Application
import Facts
import Journal
import Messages
import Storage
import Threads
import Wire

extension Service {
    /// SYN-3: batches in, acknowledgements out, in order for each log.
    func push(_ request: PushRequest, _ exchange: Exchange) throws -> any CallStream {
        guard case .terminal(let terminal) = exchange.call.caller else { throw Refused(.notAllowed) }
        return PushStream(self, exchange, terminal)
    }
}

/// One push under way. Batches are decoded and verified here, on the connection's loop; the writer lane only compares
/// heads and inserts. Several batches may be under way: each is verified behind the one before it, and appended only
/// if that one has landed.
private final class PushStream: CallStream {
    /// A log of this terminal, as far as this stream has verified it.
    private enum LogProgress {
        case open(Chain)
        /// Stopped by a refusal: what follows is answered the same.
        case refused(ErrorCode)
    }

    private let service: Service
    private let exchange: Exchange
    private let terminal: TerminalCaller
    private let loaded = Locked([JournalStore.StoredLog]?.none)
    private var logs: [UInt32: LogProgress] = [:]
    private var isLoaded = false
    /// Items that came before the logs were read; bounded by the stream's credit.
    private var waiting: [[UInt8]] = []
    /// Inner batches of a run whose signed end has not come.
    private var run: (handle: UInt32, batches: [(body: [UInt8], signature: [UInt8])], size: Size)?
    private let completion = Locked(Completion())
    private var hasAllItems = false
    private var isCancelled = false

    /// What items cost of the stream's credit.
    private struct Size {
        var items = 1
        var bytes: Int
    }

    /// The stream ends when its caller has sent everything and everything is answered.
    private struct Completion {
        var underWay = 0
        var hasAllItems = false
    }

    init(_ service: Service, _ exchange: Exchange, _ terminal: TerminalCaller) {
        self.service = service
        self.exchange = exchange
        self.terminal = terminal
        let (loaded, journal) = (loaded, service.journal)
        exchange.application.read(exchange.call) { context in
            try context.snapshot.all("SELECT id FROM log WHERE terminal = ?1", terminal.id) { $0.id(0) }
                .compactMap { try journal.log($0, context.snapshot) }
        } done: { result in
            switch result {
            case .success(let logs):
                loaded.withLock { $0 = logs }
                exchange.responder.whenDrained(stream: exchange.stream)
            case .failure(let refused):
                exchange.responder.error(
                    stream: exchange.stream, refused.message(locale: exchange.call.options.locale))
            }
        }
    }

    func item(_ bytes: [UInt8], ended: Bool) {
        if !bytes.isEmpty {
            if isLoaded { take(bytes) } else { waiting.append(bytes) }
        }
        if ended, isLoaded { allItemsTaken() }
        hasAllItems = ended
    }

    /// The logs have been read.
    func writable() {
        guard !isLoaded, let known = loaded.withLock({ $0 }) else { return }
        isLoaded = true
        for log in known {
            guard let handle = UInt32(exactly: log.row) else { continue }
            logs[handle] =
                log.isSealed
                ? .refused(.logSealed)
                : .open(Chain(site: service.site.id, log: log.id, key: log.key, head: log.head))
        }
        for bytes in waiting { take(bytes) }
        waiting = []
        if hasAllItems { allItemsTaken() }
    }

    func cancelled() { isCancelled = true }

    var isWaiting: Bool { !isLoaded }

    private func allItemsTaken() {
        let isDone = completion.withLock { state in
            state.hasAllItems = true
            return state.underWay == 0
        }
        if isDone { exchange.responder.end(stream: exchange.stream) }
    }

    private func take(_ bytes: [UInt8]) {
        guard !isCancelled else { return }
        let message: PushBatch
        do {
            message = try PushBatch(serialized: bytes)
        } catch {
            return exchange.responder.error(
                stream: exchange.stream, Refused(.badMessage).message(locale: exchange.call.options.locale))
        }
        let handle = message.handle
        switch logs[handle] {
        case .none: acknowledge(Ack(handle: handle, refused: .notFound), taking: Size(bytes: bytes.count))
        case .refused(let code): acknowledge(Ack(handle: handle, refused: code), taking: Size(bytes: bytes.count))
        case .open(let chain): take(message, on: chain, size: Size(bytes: bytes.count))
        }
    }

    private func take(_ message: PushBatch, on chain: Chain, size: Size) {
        var chain = chain
        let handle = message.handle
        var parts = [(body: message.body, signature: message.signature)]
        var size = size
        if let begun = run, begun.handle == handle {
            parts = begun.batches + parts
            size = Size(items: size.items + begun.size.items, bytes: size.bytes + begun.size.bytes)
            run = nil
        }
        guard !message.signature.isEmpty else {
            guard parts.count <= Self.runLimit else { return refuse(handle, .tooLarge, size) }
            run = (handle, parts, size)
            return
        }
        do {
            var previous = chain.head.hash
            var batches: [VerifiedBatch] = []
            for batch in try chain.append(parts) {
                batches.append(
                    VerifiedBatch(sealed: batch, previous: previous, decoded: try Batch.decode(batch.body)))
                previous = batch.hash
            }
            logs[handle] = .open(chain)
            store(batches, handle, size)
        } catch ChainError.notNext(let expected, let first) where first < expected {
            compare(parts, handle, size)
        } catch ChainError.notNext {
            refuse(handle, .gap, size)
        } catch ChainError.badSignature {
            refuse(handle, .badSignature, size)
        } catch {
            refuse(handle, .badBatch, size)
        }
    }

    /// Appends verified batches if the log still stands where they go on.
    private func store(_ batches: [VerifiedBatch], _ handle: UInt32, _ size: Size) {
        guard let last = batches.last?.sealed.sequences.upperBound, let first = batches.first else { return }
        let (journal, receipts) = (service.journal, service.secrets.receipts)
        perform(handle, size) { context in
            guard let log = try journal.log(UInt64(handle), context.transaction) else { throw Refused(.notFound) }
            guard !log.isSealed else { throw Refused(.logSealed) }
            // Another connection of the same device may have been faster.
            guard log.head.sequence + 1 == first.sealed.sequences.lowerBound, log.head.hash == first.previous else {
                throw Refused(log.head.sequence < last ? .gap : .fork)
            }
            let exceptions = try journal.append(batches, to: log, now: context.now, context.transaction)
            let time = UInt64(context.now)
            let token = ReceiptToken.make(key: receipts, log: log.id, sequence: last, timeMs: time)
            let isApplied = exceptions.isEmpty && batches.allSatisfy { $0.decoded.deferral == nil }
            return isApplied
                ? Ack(handle: handle, all: last, receiptTimeMs: time, receiptToken: token)
                : Ack(
                    handle: handle, received: last, durable: last,
                    applied: try journal.applied(UInt64(handle), context.transaction), exceptions: exceptions,
                    receiptTimeMs: time, receiptToken: token)
        }
    }

    /// Batches that begin below the head: the same bytes again are acknowledged again, others prove a fork.
    private func compare(_ parts: [(body: [UInt8], signature: [UInt8])], _ handle: UInt32, _ size: Size) {
        let bodies = parts.map(\.body)
        let (journal, receipts) = (service.journal, service.secrets.receipts)
        perform(handle, size) { context in
            guard let log = try journal.log(UInt64(handle), context.transaction) else { throw Refused(.notFound) }
            var last: UInt64 = 0
            for body in bodies {
                let sequences = try Batch.sequences(of: body)
                guard sequences.upperBound <= log.head.sequence else { throw Refused(.gap) }
                let stored = try context.transaction.exists(
                    "SELECT 1 FROM batch WHERE log = ?1 AND first_sequence = ?2 AND body = ?3",
                    log.row, sequences.lowerBound, body)
                guard stored else { throw Refused(.fork) }
                last = sequences.upperBound
            }
            let time = UInt64(context.now)
            let token = ReceiptToken.make(key: receipts, log: log.id, sequence: last, timeMs: time)
            return Ack(
                handle: handle, received: last, durable: last, applied: min(last, log.appliedSequence),
                receiptTimeMs: time, receiptToken: token)
        }
    }

    private func perform(
        _ handle: UInt32, _ size: Size, _ command: @escaping @Sendable (WriteContext) throws -> Ack
    ) {
        completion.withLock { $0.underWay += 1 }
        let (exchange, completion) = (exchange, completion)
        exchange.write(command) { result in
            switch result {
            case .success(let ack): exchange.responder.item(stream: exchange.stream, ack.serialized())
            case .failure(let refused):
                let ack = Ack(handle: handle, refused: refused.code)
                exchange.responder.item(stream: exchange.stream, ack.serialized())
            }
            exchange.responder.consumed(stream: exchange.stream, items: size.items, bytes: size.bytes)
            let isDone = completion.withLock { state in
                state.underWay -= 1
                return state.hasAllItems && state.underWay == 0
            }
            if isDone { exchange.responder.end(stream: exchange.stream) }
        }
    }

    /// Stops a log; the connection and its other logs go on.
    private func refuse(_ handle: UInt32, _ code: ErrorCode, _ size: Size) {
        logs[handle] = .refused(code)
        acknowledge(Ack(handle: handle, refused: code), taking: size)
    }

    private func acknowledge(_ ack: Ack, taking size: Size) {
        exchange.responder.item(stream: exchange.stream, ack.serialized())
        exchange.responder.consumed(stream: exchange.stream, items: size.items, bytes: size.bytes)
    }

    /// Unsigned batches before a signed one.
    private static let runLimit = 64
}
