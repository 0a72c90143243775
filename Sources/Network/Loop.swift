import CLinux
import Connection
import Glibc
import Messages
import Threads

/// One thread that owns connections: it waits for their sockets, feeds their machines, sends what these say. Nothing
/// here is shared with another thread but the mailbox and the admission.
final class Loop {
    let index: Int
    let mailbox: Mailbox
    let configuration: ServerConfiguration
    let admission: Admission
    let listeners: [Listener]
    /// Every loop's, to hand connections over.
    let mailboxes: [Mailbox]
    let handler: any ConnectionHandler
    let epoll: Int32

    var slots: [Slot?] = []
    var freeSlots: [Int] = []
    var generation: UInt32 = 0
    var connections = 0
    /// To be settled before the loop waits again.
    var touched: [Slot] = []
    /// More may be read from these than their share of this turn.
    var due: [Slot] = []
    /// Buffers for what machines say; an idle connection has none.
    var spareBuffers: [[UInt8]] = []
    /// Read once a turn.
    var nowMs: UInt64
    var wallMs: Int64
    var stopsByMs: UInt64?
    var isAccepting = true

    static let readBytes = 64 << 10
    /// Reads of one connection before the others have their turn.
    static let readsPerTurn = 4
    static let acceptsPerTurn = 64
    private static let eventsPerTurn = 256

    init(_ seat: LoopSeat, handler: any ConnectionHandler) {
        index = seat.index
        configuration = seat.configuration
        admission = seat.admission
        listeners = seat.listeners
        mailboxes = seat.mailboxes
        mailbox = seat.mailboxes[seat.index]
        epoll = seat.epoll
        self.handler = handler
        nowMs = MonotonicClock.nowMs()
        wallMs = WallClock.nowMs()
    }

    deinit {
        close(epoll)
    }

    /// Accepts connections again.
    func listen() {
        guard index == 0, LoopSeat.add(listeners, to: epoll) == 0 else { return }
        isAccepting = true
    }

    /// Accepts none until `listen`.
    func stopListening() {
        guard index == 0, isAccepting else { return }
        for listener in listeners { clinux_epoll_remove(epoll, listener.socket) }
        isAccepting = false
    }

    /// Runs until it is told to stop and its connections have gone.
    func run() {
        mailbox.belongsToThisThread()
        var buffer = [UInt8](repeating: 0, count: Loop.readBytes)
        var ready = [clinux_ready](repeating: clinux_ready(), count: Loop.eventsPerTurn)
        var posts: [Post] = []
        var nextTickMs = nowMs
        while !isFinished {
            let hasWork = !due.isEmpty || !touched.isEmpty || !mailbox.isEmpty
            let waitMs = hasWork ? 0 : connections == 0 && stopsByMs == nil && isAccepting ? -1 : tickMs
            let count = unsafe clinux_epoll_wait(epoll, &ready, Int32(ready.count), Int32(waitMs))
            precondition(count >= 0, "epoll_wait: errno \(-count)")
            nowMs = MonotonicClock.nowMs()
            wallMs = WallClock.nowMs()
            for event in ready.prefix(Int(count)) { serve(event, &buffer) }
            serveDue(&buffer)
            mailbox.take(&posts)
            for post in posts { take(post) }
            posts.removeAll(keepingCapacity: true)
            settleTouched()
            if nowMs >= nextTickMs {
                tick()
                nextTickMs = nowMs + UInt64(tickMs)
            }
            handler.turnEnded()
        }
        mailbox.close()
        for case let slot? in slots { remove(&slot.connection, because: .finished) }
    }

    private var isFinished: Bool {
        guard let stopsByMs else { return false }
        return connections == 0 || nowMs >= stopsByMs
    }

    /// Timeouts are looked at this often, so they may come late by as much.
    private var tickMs: Int {
        let shortest = min(
            configuration.handshakeMs, configuration.pingAfterMs, configuration.lingerMs, configuration.frameMs)
        return Int(max(5, min(1000, shortest / 4)))
    }

    private func serve(_ event: clinux_ready, _ buffer: inout [UInt8]) {
        if event.token >= LoopSeat.firstToken {
            // What is in the mailbox is taken at the end of every turn.
            if event.token != LoopSeat.mailboxToken { accept(Int(event.token - LoopSeat.firstToken)) }
            return
        }
        guard let slot = slot(ConnectionID(rawValue: event.token)) else { return }
        follow(turn(&slot.connection, event, &buffer), slot)
    }

    private func serveDue(_ buffer: inout [UInt8]) {
        guard !due.isEmpty else { return }
        let turn = due
        due = []
        for slot in turn {
            slot.isDue = false
            follow(read(&slot.connection, &buffer), slot)
        }
    }

    private func settleTouched() {
        guard !touched.isEmpty else { return }
        let turn = touched
        touched = []
        for slot in turn {
            slot.isTouched = false
            follow(settle(&slot.connection), slot)
        }
    }

    private func follow(_ next: Followup, _ slot: Slot) {
        if next.contains(.settle), !slot.isTouched {
            slot.isTouched = true
            touched.append(slot)
        }
        if next.contains(.read), !slot.isDue {
            slot.isDue = true
            due.append(slot)
        }
    }

    private func slot(_ id: ConnectionID) -> Slot? {
        guard id.slot < slots.count, let slot = slots[id.slot], slot.connection.id == id else { return nil }
        return slot
    }

    private func take(_ post: Post) {
        switch post {
        case .adopt(let socket, let address, let listener):
            adopt(socket, address, listener)
        case .answer(let id, let answer):
            guard let slot = slot(id) else { return }
            follow(give(answer, to: &slot.connection), slot)
        case .stop(let goodbye, let byMs):
            stopListening()
            if index == 0 { listeners.forEach { $0.refuse() } }
            stopsByMs = byMs
            for case let slot? in slots { follow(give(.goodbye(goodbye), to: &slot.connection), slot) }
        }
    }

    private func give(_ answer: consuming Answer, to connection: inout ServedConnection) -> Followup {
        lend(to: &connection)
        connection.answer(answer)
        return .settle
    }

    private func tick() {
        resumeListening()
        for case let slot? in slots { follow(checkTime(&slot.connection), slot) }
        settleTouched()
    }

    /// A machine that is about to say something gets a buffer for it; an idle connection has none.
    func lend(to connection: inout ServedConnection) {
        guard connection.machine.outgoing.capacity == 0, let buffer = spareBuffers.popLast() else { return }
        connection.machine.outgoing = buffer
    }

    func takeBack(from connection: inout ServedConnection) {
        var buffer: [UInt8] = []
        swap(&buffer, &connection.machine.outgoing)
        guard buffer.capacity > 0, buffer.capacity <= Loop.keptBuffer, spareBuffers.count < Loop.keptBuffers else {
            return
        }
        buffer.removeAll(keepingCapacity: true)
        spareBuffers.append(buffer)
    }

    private static let keptBuffers = 256
    private static let keptBuffer = 64 << 10
}
