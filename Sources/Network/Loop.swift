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

    var slots: [ServedConnection?] = []
    var freeSlots: [Int] = []
    var generation: UInt32 = 0
    var connections = 0
    /// Answered outside their own turn: to be settled before the loop waits again.
    var touched: [ServedConnection] = []
    /// More may be read from these than their share of this turn.
    var due: [ServedConnection] = []
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
            settleTouched()
            if nowMs >= nextTickMs {
                tick()
                nextTickMs = nowMs + UInt64(tickMs)
            }
        }
        mailbox.close()
        for case let connection? in slots { remove(connection, because: .finished) }
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
        guard let connection = connection(ConnectionID(rawValue: event.token)) else { return }
        // One edge may say both, and a connection whose reading is paused waits for the writing.
        if event.writable != 0, connection.unsentStart < connection.unsent.count { settle(connection) }
        if event.readable != 0 || connection.stage == .securing { read(connection, &buffer) }
    }

    private func serveDue(_ buffer: inout [UInt8]) {
        guard !due.isEmpty else { return }
        let turn = due
        due = []
        for connection in turn where connection.isDue {
            connection.isDue = false
            read(connection, &buffer)
        }
    }

    func connection(_ id: ConnectionID) -> ServedConnection? {
        guard id.slot < slots.count, let connection = slots[id.slot], connection.id == id else { return nil }
        return connection
    }

    private func take(_ post: Post) {
        switch post {
        case .adopt(let socket, let address, let listener):
            adopt(socket, address, listener)
        case .answer(let id, let answer):
            connection(id)?.answer(answer)
        case .stop(let goodbye, let byMs):
            stopListening()
            if index == 0 { listeners.forEach { $0.refuse() } }
            stopsByMs = byMs
            for case let connection? in slots { connection.answer(.goodbye(goodbye)) }
        }
    }

    func settleTouched() {
        guard !touched.isEmpty else { return }
        let turn = touched
        touched = []
        for connection in turn where connection.isTouched { settle(connection) }
    }

    /// The machine is about to say something: give it a buffer, and see to it that it is sent in this turn.
    func touch(_ connection: ServedConnection) {
        lend(connection)
        guard !connection.isTouched else { return }
        connection.isTouched = true
        touched.append(connection)
    }

    func lend(_ connection: ServedConnection) {
        guard connection.machine.outgoing.capacity == 0, let buffer = spareBuffers.popLast() else { return }
        connection.machine.outgoing = buffer
    }

    func takeBack(_ connection: ServedConnection) {
        var buffer: [UInt8] = []
        swap(&buffer, &connection.machine.outgoing)
        guard buffer.capacity > 0, buffer.capacity <= Loop.keptBuffer, spareBuffers.count < Loop.keptBuffers else {
            return
        }
        buffer.removeAll(keepingCapacity: true)
        spareBuffers.append(buffer)
    }

    private static let keptBuffers = 64
    private static let keptBuffer = 256 << 10
}
