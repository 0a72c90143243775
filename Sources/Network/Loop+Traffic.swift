import Connection
import Messages
import Threads

// Bytes in, bytes out.
extension Loop {
    /// Reads what has come, as far as the connection's turn goes, and sends what its machine answers.
    func read(_ connection: ServedConnection, _ buffer: inout [UInt8]) {
        guard slots[connection.id.slot] === connection else { return }
        if connection.stage == .securing {
            guard secure(connection) else { return }
        }
        if case .lingering = connection.stage { return discard(connection, &buffer) }
        guard !connection.isPaused else { return }
        lend(connection)
        connection.isTouched = true
        reading: for turn in 1...Loop.readsPerTurn {
            switch connection.channel.receive(&buffer) {
            case .bytes(let count):
                connection.heardMs = nowMs
                connection.hasPinged = false
                feed(connection, buffer.span.extracting(0..<count))
                guard connection.machine.closed == nil, connection.machine.wantsInput else { break reading }
                // A short read has emptied a plain socket; TLS may hold a record it has already taken from it.
                if count < buffer.count, connection.channel.tls == nil { break reading }
                if turn == Loop.readsPerTurn { mark(due: connection) }
            case .nothing:
                break reading
            case .ended:
                settle(connection)
                return end(connection, because: .disconnected)
            case .failed(let text):
                return end(connection, because: .transport(text))
            }
        }
        settle(connection)
    }

    private func feed(_ connection: ServedConnection, _ bytes: Span<UInt8>) {
        var offset = 0
        while let event = connection.machine.next(in: bytes, from: &offset, nowMs: wallMs) {
            if case .hello = event { guard welcome(connection) else { return } }
            handler.receive(event, on: connection)
        }
        if !connection.machine.isWithinFrame {
            connection.frameSinceMs = nil
        } else if connection.frameSinceMs == nil || connection.frames != connection.machine.framesReceived {
            connection.frameSinceMs = nowMs
            connection.frames = connection.machine.framesReceived
        }
    }

    private func welcome(_ connection: ServedConnection) -> Bool {
        do {
            connection.exporter = try connection.channel.exporter()
        } catch {
            connection.machine.goodbye(Goodbye(code: .internal))
            return false
        }
        connection.challenge = SystemRandom.bytes(32)
        var welcome = configuration.welcome
        welcome.tlsKeySignature = listeners[connection.listener].siteSignature
        welcome.challenge = connection.challenge
        welcome.timeMs = wallMs
        connection.machine.welcome(welcome)
        connection.wasOpened = true
        return true
    }

    /// Goes on with the TLS handshake; true once it is done.
    private func secure(_ connection: ServedConnection) -> Bool {
        switch connection.channel.tls?.handshake() ?? .done {
        case .done:
            connection.stage = .speaking
            return true
        case .wantsRead, .wantsWrite:
            return false
        case .failed(let text):
            end(connection, because: .transport(text))
            return false
        }
    }

    /// After the end: what still comes is not read as anything, only taken, so that the peer can read our last words.
    private func discard(_ connection: ServedConnection, _ buffer: inout [UInt8]) {
        for _ in 0..<Loop.readsPerTurn {
            switch connection.channel.receive(&buffer) {
            case .bytes: continue
            case .nothing: return settle(connection)
            case .ended, .failed: return remove(connection, because: .finished)
            }
        }
        mark(due: connection)
    }

    private func mark(due connection: ServedConnection) {
        guard !connection.isDue else { return }
        connection.isDue = true
        due.append(connection)
    }

    /// Tells producers that they may go on, sends what there is to send, and sees what follows from it.
    func settle(_ connection: ServedConnection) {
        connection.isTouched = false
        guard slots[connection.id.slot] === connection else { return }
        tellNotices(connection)
        if let failure = flush(connection) { return end(connection, because: .transport(failure)) }
        let hasRoom = connection.machine.backlog < ConnectionLimits.backlog / 2
        if connection.machine.isHoldingBack, hasRoom {
            lend(connection)
            for stream in connection.machine.drained() { connection.notices.append(.writable(stream: stream)) }
            // The rest of it in the next turn: the others come first.
            touch(connection)
        }
        if case .lingering = connection.stage {
            if connection.unsent.isEmpty { connection.channel.finish() }
            return
        }
        if let reason = connection.machine.closed { return end(connection, because: reason) }
        if connection.machine.backlog > ConnectionLimits.unread { return end(connection, because: .unread) }
        let mayRead = connection.machine.wantsInput && (hasRoom || !connection.isPaused)
        if connection.isPaused, mayRead { mark(due: connection) }
        connection.isPaused = !mayRead
        // Told while settling: the next turn goes on with them.
        if !connection.notices.isEmpty { touch(connection) }
    }

    private func tellNotices(_ connection: ServedConnection) {
        guard !connection.notices.isEmpty else { return }
        let notices = connection.notices
        connection.notices = []
        guard connection.wasOpened else { return }
        for notice in notices { handler.receive(notice, on: connection) }
    }

    /// Sends as much as the socket takes; answers why that failed.
    private func flush(_ connection: ServedConnection) -> String? {
        defer { connection.machine.backlog = connection.unsent.count - connection.unsentStart }
        if !connection.unsent.isEmpty {
            connection.unsent.append(contentsOf: connection.machine.outgoing)
            takeBack(connection)
            let failure = send(connection)
            if connection.unsent.isEmpty { connection.unsent = [] }
            return failure
        }
        guard !connection.machine.outgoing.isEmpty else {
            takeBack(connection)
            return nil
        }
        swap(&connection.unsent, &connection.machine.outgoing)
        let failure = send(connection)
        if connection.unsent.isEmpty { swap(&connection.unsent, &connection.machine.outgoing) }
        takeBack(connection)
        return failure
    }

    private func send(_ connection: ServedConnection) -> String? {
        while connection.unsentStart < connection.unsent.count {
            switch connection.channel.send(connection.unsent, from: connection.unsentStart) {
            case .sent(let count):
                connection.unsentStart += count
                // Who reads what was kept for him is there, though he may have nothing to say.
                if connection.machine.backlog > 0 { connection.heardMs = nowMs }
            case .blocked:
                if connection.unsentStart * 2 >= connection.unsent.count {
                    connection.unsent.removeFirst(connection.unsentStart)
                    connection.unsentStart = 0
                }
                return nil
            case .failed(let text):
                return text
            }
        }
        connection.unsent.removeAll(keepingCapacity: true)
        connection.unsentStart = 0
        return nil
    }
}
