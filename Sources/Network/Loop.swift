import CLinux
import Connection
import Glibc
import Messages
import Threads

/// One thread that owns connections: waits for their sockets, feeds their machines and sends their output. Shares only
/// the mailbox, the admission and the memory budget with other threads.
final class Loop {
    let index: Int
    let mailbox: Mailbox
    let configuration: ServerConfiguration
    let admission: Admission
    let budget: MemoryBudget
    let listeners: [Listener]
    /// The mailboxes of all loops, to hand connections over.
    let mailboxes: [Mailbox]
    let handler: any ConnectionHandler
    let epoll: Int32

    var slots: [Slot?] = []
    var freeSlots: [Int] = []
    var generation: UInt32 = 0
    var connections = 0
    /// Connections to settle before the loop waits again.
    var touched: [Slot] = []
    /// Connections with more to read than their share of this turn.
    var due: [Slot] = []
    /// The same for anonymous peers: they share a time of their own in a turn, first come first served.
    var strangers = SlotQueue()
    /// Anonymous peers that took a whole share when they were read last: behind those that say little at a time.
    var greedy = SlotQueue()
    /// The same for those who have not said hello yet, behind whom nobody waits who has.
    var newcomers = SlotQueue()
    /// The listeners on which connections wait, by number.
    private var crowdedListeners: [Int] = []
    /// Connections to read again after a rest, in the order their rests end.
    var resting = SlotQueue()
    /// Buffers for machines' output; an idle connection has none.
    var spareBuffers: [[UInt8]] = []
    /// The lowest number of spare buffers since the last tick: that many were not needed.
    var idleBuffers = 0
    /// Read once per turn.
    var nowMs: UInt64
    var wallMs: Int64
    /// Whether the memory budget was short at the last turn.
    var isStrained = false
    var stopsByMs: UInt64?
    var isAccepting = false
    /// No timeout is pending: the loop may wait indefinitely.
    var isQuiet = false

    static let readBytes = 64 << 10
    /// Reads of one connection before the others get their turn.
    static let readsPerTurn = 4
    /// No more connections are accepted while so many newcomers wait: the others wait in the kernel's queue.
    private static let mostNewcomers = 64
    private static let eventsAtOnce = 256
    /// Rounds of events taken before anonymous peers are served, so that a known caller's event does not wait behind
    /// theirs.
    private static let roundsPerTurn = 64

    init(_ seat: LoopSeat, _ admission: Admission, handler: any ConnectionHandler) {
        index = seat.index
        configuration = seat.configuration
        budget = seat.budget
        listeners = seat.listeners
        mailboxes = seat.mailboxes
        mailbox = seat.mailboxes[seat.index]
        epoll = seat.epoll
        self.admission = admission
        self.handler = handler
        nowMs = MonotonicClock.nowMs()
        wallMs = WallClock.nowMs()
    }

    deinit {
        close(epoll)
    }

    /// Runs until it is stopped and its connections are gone.
    func run() {
        mailbox.belongsToThisThread()
        listen()
        var buffer = [UInt8](repeating: 0, count: Loop.readBytes)
        var ready = [clinux_ready](repeating: clinux_ready(), count: Loop.eventsAtOnce)
        var posts: [Post] = []
        var nextTickMs = nowMs
        while !isFinished {
            takeEvents(&ready, &buffer)
            wakeRested()
            serveDue(&buffer)
            mailbox.take(&posts)
            for post in posts { take(post) }
            posts.removeAll(keepingCapacity: true)
            serveStrangers(&buffer)
            acceptWaiting()
            settleTouched()
            relieve()
            if nowMs >= nextTickMs {
                tick()
                nextTickMs = nowMs + UInt64(tickMs)
            }
            handler.turnEnded()
            // Anonymous calls may keep this thread busy; let threads that work for known callers run in between.
            if hasStrangers { Thread.giveWay() }
        }
        mailbox.close()
        for case let slot? in slots { remove(&slot.connection, because: .finished) }
    }

    private var hasStrangers: Bool { !strangers.isEmpty || !greedy.isEmpty || !newcomers.isEmpty }

    private var isFinished: Bool {
        guard let stopsByMs else { return false }
        return connections == 0 || nowMs >= stopsByMs
    }

    /// The interval at which timeouts are checked; they may be late by as much.
    private var tickMs: Int {
        let shortest = min(
            configuration.handshakeMs, configuration.pingAfterMs, configuration.lingerMs, configuration.frameMs)
        return Int(max(5, min(1000, shortest / 4)))
    }

    /// Waits for events, serves known callers, and queues the others.
    private func takeEvents(_ ready: inout [clinux_ready], _ buffer: inout [UInt8]) {
        let hasWork = !due.isEmpty || !touched.isEmpty || hasStrangers || !mailbox.isEmpty
        var waitMs = hasWork ? 0 : isQuiet && stopsByMs == nil && isAccepting ? -1 : tickMs
        if let stopsByMs { waitMs = min(waitMs, Int(stopsByMs > nowMs ? stopsByMs - nowMs : 0)) }
        if let next = resting.next, waitMs != 0 { waitMs = min(tickMs, next.connection.msToRest(nowMs)) }
        for _ in 0..<Loop.roundsPerTurn {
            let count = unsafe clinux_epoll_wait(epoll, &ready, Int32(ready.count), Int32(waitMs))
            precondition(count >= 0, "epoll_wait: errno \(-count)")
            if waitMs != 0 { waitMs = 0 }
            nowMs = MonotonicClock.nowMs()
            wallMs = WallClock.nowMs()
            for event in ready.prefix(Int(count)) { serve(event, &buffer) }
            guard Int(count) == ready.count else { return }
        }
    }

    private func serve(_ event: clinux_ready, _ buffer: inout [UInt8]) {
        if event.token >= LoopSeat.firstToken {
            // The mailbox is emptied at the end of every turn.
            guard event.token != LoopSeat.mailboxToken else { return }
            let listener = Int(event.token - LoopSeat.firstToken)
            // A turn may take events several times.
            if !crowdedListeners.contains(listener) { crowdedListeners.append(listener) }
            return
        }
        guard let slot = slot(ConnectionID(rawValue: event.token)) else { return }
        if slot.connection.machine.standing == .known {
            follow(turn(&slot.connection, event, &buffer), slot)
        } else {
            if event.writable != 0, slot.connection.machine.backlog > 0 { follow(.settle, slot) }
            if event.readable != 0 || slot.connection.stage == .securing { follow(.read, slot) }
        }
    }

    private func wakeRested() {
        while let slot = resting.next, slot.connection.msToRest(nowMs) == 0 {
            _ = resting.popFirst()
            slot.isResting = false
            follow(.read, slot)
        }
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

    /// Serves anonymous peers for as long as their time allows; the rest comes first in the next turn. A peer that is
    /// ready again meanwhile waits for the next turn too. Of the greedy and the newcomers, one at least is served.
    private func serveStrangers(_ buffer: inout [UInt8]) {
        guard hasStrangers else { return }
        let endsNs = MonotonicClock.nowNs() + Loop.strangersNs
        serve(\.strangers, untilNs: endsNs, &buffer)
        serve(\.greedy, untilNs: endsNs, &buffer)
        serve(\.newcomers, untilNs: MonotonicClock.nowNs() + Loop.strangersNs, &buffer)
    }

    private func serve(
        _ queue: ReferenceWritableKeyPath<Loop, SlotQueue>, untilNs endsNs: UInt64, _ buffer: inout [UInt8]
    ) {
        for _ in 0..<self[keyPath: queue].count {
            guard let slot = self[keyPath: queue].popFirst() else { return }
            slot.isDue = false
            follow(read(&slot.connection, &buffer), slot)
            if MonotonicClock.nowNs() >= endsNs { return }
        }
    }

    /// Accepts connections for as long as the newcomers' time allows, while few of them wait. Others wait in the kernel's
    /// queue, and wake the loop again.
    private func acceptWaiting() {
        guard !crowdedListeners.isEmpty else { return }
        let endsNs = MonotonicClock.nowNs() + Loop.strangersNs
        for listener in crowdedListeners {
            while newcomers.count < Loop.mostNewcomers, accept(listener), MonotonicClock.nowNs() < endsNs {}
        }
        crowdedListeners.removeAll(keepingCapacity: true)
    }

    /// The time of a turn for all anonymous peers together, for all newcomers, and for accepting: a known caller waits for
    /// two turns at most, in and out.
    private static let strangersNs: UInt64 = 100_000

    func settleTouched() {
        guard !touched.isEmpty else { return }
        let turn = touched
        touched = []
        for slot in turn {
            slot.isTouched = false
            follow(settle(&slot.connection), slot)
        }
    }

    func follow(_ next: Followup, _ slot: Slot) {
        if next.contains(.settle), !slot.isTouched {
            slot.isTouched = true
            touched.append(slot)
        }
        if next.contains(.read), !slot.isDue {
            slot.isDue = true
            switch slot.connection.machine.standing {
            case .known: due.append(slot)
            case _ where !slot.connection.machine.isOpen: newcomers.append(slot)
            case _ where slot.connection.tookWholeShare: greedy.append(slot)
            default: strangers.append(slot)
            }
        }
        if next.contains(.rest), !slot.isResting {
            slot.isResting = true
            resting.append(slot)
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
        case .makeRoom(let places):
            makeRoom(places)
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
        tellRoom()
        giveBack()
        isQuiet = connections == 0 && !admission.isFull && !budget.isShort
    }
}
