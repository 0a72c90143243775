import CLinux
import Connection
import Messages
import Threads

// Reading and writing. A machine's output is sent at the end of the loop's turn, after the others were read: waking
// peers one by one, for one answer each, costs the kernel more than the answers do.
extension Loop {
    /// Serves a connection whose socket is ready.
    func turn(_ connection: inout ServedConnection, _ event: clinux_ready, _ buffer: inout [UInt8]) -> Followup {
        var next: Followup = []
        // One edge may report both, and a connection whose reading is paused waits for the write.
        if event.writable != 0, connection.machine.backlog > 0 { next.formUnion(settle(&connection)) }
        if event.readable != 0 { next.formUnion(read(&connection, &buffer)) }
        return next
    }

    /// Bytes read in one turn from a peer that is anonymous or sends many small frames: some twenty of the smallest
    /// requests.
    private static let fewBytes = 2 << 10
    /// A frame below this size costs the loop more than its bytes do.
    private static let smallFrame = 512
    /// The number of small frames in one read that counts as many.
    private static let manyFrames = 48
    /// How long a connection is not read after one of its calls was told to wait.
    private static let restMs: UInt64 = 100

    /// Reads what has arrived, up to the connection's share of a turn.
    func read(_ connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Followup {
        guard !connection.isGone else { return [] }
        if connection.stage == .introducing {
            guard introduce(&connection, &buffer) else { return [] }
        }
        if connection.stage == .securing {
            guard secure(&connection, &buffer) else { return [] }
        }
        if case .lingering = connection.stage { return discard(&connection, &buffer) }
        guard !connection.isPaused else { return [] }
        // A peer that keeps sending although told to wait would occupy the loop with refusals.
        if connection.wasToldToWait {
            connection.wasToldToWait = false
            connection.restsUntilMs = nowMs + Loop.restMs
        }
        guard nowMs >= connection.restsUntilMs else { return .rest }
        lend(to: &connection)
        let isKnown = connection.machine.standing == .known
        let hasAll = isKnown && !connection.isChatty
        let share = hasAll ? Loop.readBytes : Loop.fewBytes
        for _ in 0..<(hasAll ? Loop.readsPerTurn : 1) {
            switch connection.channel.receive(&buffer, atMost: share) {
            case .bytes(let count):
                connection.heardMs = nowMs
                connection.hasPinged = false
                let frames = connection.machine.framesReceived
                feed(&connection, buffer.span.extracting(0..<count))
                let came = connection.machine.framesReceived &- frames
                connection.tookWholeShare = count == share
                connection.isChatty =
                    (came >= Loop.manyFrames || connection.tookWholeShare) && came * Loop.smallFrame > count
                guard connection.machine.closed == nil, connection.machine.wantsInput else { return .settle }
                // A short read has emptied a plain socket; TLS may hold a record that it has already read from it.
                if count < share, connection.channel.tls == nil {
                    return .settle
                }
            case .nothing:
                connection.tookWholeShare = false
                return .settle
            case .ended:
                _ = settle(&connection)
                end(&connection, because: .disconnected)
                return []
            case .failed(let text):
                end(&connection, because: .transport(text))
                return []
            }
        }
        return [.settle, .read]
    }

    private func feed(_ connection: inout ServedConnection, _ bytes: Span<UInt8>) {
        var offset = 0
        let handler = handler
        while let event = connection.machine.next(
            in: bytes, from: &offset, nowMs: wallMs, atOnce: { handler.answer($0, $1, into: &$2) })
        {
            if case .hello = event { guard welcome(&connection) else { return } }
            handler.receive(event, on: &connection)
        }
        if !connection.machine.isWithinFrame {
            connection.frameSinceMs = nil
        } else if connection.frameSinceMs == nil || connection.frames != connection.machine.framesReceived {
            connection.frameSinceMs = nowMs
            connection.frames = connection.machine.framesReceived
        }
    }

    private func welcome(_ connection: inout ServedConnection) -> Bool {
        do {
            connection.exporter = try connection.channel.exporter()
        } catch {
            connection.machine.goodbye(Goodbye(code: .internal))
            return false
        }
        connection.challenge = SystemRandom.bytes(32)
        var welcome = configuration.welcome
        welcome.tlsKeySignature = connection.siteSignature
        welcome.challenge = connection.challenge
        welcome.timeMs = wallMs
        connection.machine.welcome(welcome)
        connection.wasOpened = true
        return true
    }

    /// Reads and discards after the end, so that the peer can read the last bytes.
    private func discard(_ connection: inout ServedConnection, _ buffer: inout [UInt8]) -> Followup {
        for _ in 0..<Loop.readsPerTurn {
            switch connection.channel.receive(&buffer) {
            case .bytes: continue
            case .nothing: return []
            case .ended, .failed:
                remove(&connection, because: .finished)
                return []
            }
        }
        return .read
    }

    /// Notifies producers, sends the output, and returns what follows.
    func settle(_ connection: inout ServedConnection) -> Followup {
        guard !connection.isGone else { return [] }
        if !connection.notices.isEmpty { tellNotices(&connection) }
        if let failure = flush(&connection) {
            end(&connection, because: .transport(failure))
            return []
        }
        var next: Followup = []
        charge(&connection)
        let standing = connection.machine.standing
        let hasRoom = connection.machine.backlog < standing.backlog / 2
        if connection.machine.isHoldingBack, hasRoom {
            lend(to: &connection)
            for stream in connection.machine.drained() { connection.notices.append(.writable(stream: stream)) }
            // The rest waits for the next turn, after the others.
            next = .settle
        }
        if case .lingering = connection.stage {
            if connection.outlet.count == 0 { connection.channel.finish() }
            return []
        }
        if let reason = connection.machine.closed {
            end(&connection, because: reason)
            return []
        }
        if connection.machine.backlog > standing.unread {
            end(&connection, because: .unread)
            return []
        }
        let mayRead =
            connection.machine.wantsInput && (hasRoom || !connection.isPaused)
            && !(isStrained && standing == .anonymous && connection.machine.backlog > 0)
        if connection.isPaused, mayRead { next.insert(.read) }
        connection.isPaused = !mayRead
        // Added while settling: the next turn handles them.
        if !connection.notices.isEmpty { next.insert(.settle) }
        return next
    }

    private func tellNotices(_ connection: inout ServedConnection) {
        let notices = connection.notices
        connection.notices = []
        guard connection.wasOpened else { return }
        lend(to: &connection)
        for notice in notices { handler.receive(notice, on: &connection) }
    }

    /// Sends as much as the socket accepts; returns the reason if that fails.
    private func flush(_ connection: inout ServedConnection) -> String? {
        let outcome = connection.outlet.send(&connection.machine.outgoing, through: connection.channel)
        takeBack(from: &connection)
        switch outcome {
        case .sent(let count):
            // A peer that reads buffered bytes is alive, even if it sends nothing.
            if connection.machine.backlog > 0, count > 0 { connection.heardMs = nowMs }
            connection.machine.backlog = connection.outlet.count
            return nil
        case .failed(let text):
            return text
        }
    }
}
