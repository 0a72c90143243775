import CLinux
import Connection
import Glibc
import Threads

// Accepting and closing connections.
extension Loop {
    /// Starts or resumes accepting connections.
    func listen() {
        guard index == 0, LoopSeat.add(listeners, to: epoll) == 0 else { return }
        isAccepting = true
    }

    /// Stops accepting connections until `listen`.
    func stopListening() {
        guard index == 0, isAccepting else { return }
        for listener in listeners { clinux_epoll_remove(epoll, listener.socket) }
        isAccepting = false
    }

    /// Accepts a connection of a listener.
    /// - Returns: false if none waits.
    func accept(_ number: Int) -> Bool {
        var raw = clinux_address()
        let socket = unsafe clinux_accept(listeners[number].socket, &raw)
        switch -socket {
        case EAGAIN: return false
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            // The machine, not this process, is out of descriptors: connections are counted. The listener would
            // wake the loop again at once; the next tick retries.
            tellFull(refused: 0)
            stopListening()
            return false
        case 1...: return true
        default: break
        }
        let address = Address(raw)
        let source = isProxy(address) ? nil : address
        var verdict = admission.admit(source, nowMs: nowMs)
        if verdict == .full {
            makeRoomEverywhere()
            verdict = admission.admit(source, nowMs: nowMs)
        }
        switch verdict {
        case .loop(index): adopt(socket, address, number)
        case .loop(let loop): mailboxes[loop].post(.adopt(socket: socket, address, listener: number))
        case .sourceIsFull: close(socket)
        case .full:
            close(socket)
            tellFull(refused: 1)
        }
        return true
    }

    private func isProxy(_ address: Address) -> Bool {
        configuration.trustedProxies.contains { $0.contains(address) }
    }

    func adopt(_ socket: Int32, _ address: Address, _ listener: Int) {
        let source = isProxy(address) ? nil : address
        let channel = Channel(socket: socket, tls: nil)
        guard stopsByMs == nil, let slot = freeSlot() else { return admission.release(source, loop: index) }
        generation &+= 1
        let id = ConnectionID(loop: index, slot: slot, generation: generation & 0x7FFF_FFFF)
        guard clinux_epoll_add_edge(epoll, socket, id.rawValue) == 0 else {
            freeSlots.append(slot)
            return admission.release(source, loop: index)
        }
        let slotted = Slot(
            ServedConnection(id, address, mailbox: mailbox, listener: listener, channel: channel, nowMs: nowMs))
        slotted.connection.source = source
        slotted.connection.stage =
            source == nil ? .introducing : listeners[listener].isPlain ? .speaking : .securing
        slots[slot] = slotted
        connections += 1
        isQuiet = false
        charge(&slotted.connection)
    }

    private func freeSlot() -> Int? {
        if let slot = freeSlots.popLast() { return slot }
        guard slots.count < ConnectionID.mostSlots else { return nil }
        slots.append(nil)
        return slots.count - 1
    }

    /// Ends the protocol on a connection. Sends what the machine has written, then closes so that the peer can read it:
    /// a socket closed with unread bytes would discard them.
    func end(_ connection: inout ServedConnection, because reason: CloseReason) {
        tellClosed(&connection, because: reason)
        switch reason {
        case .violation(.badPreface), .goodbye, .disconnected, .tooSlow, .silent, .unread, .gaveWay, .transport:
            remove(&connection, because: reason)
        case .violation, .finished:
            guard connection.stage == .speaking else { return remove(&connection, because: reason) }
            connection.stage = .lingering(untilMs: nowMs + configuration.lingerMs)
            if connection.outlet.count == 0 { connection.channel.finish() }
        }
    }

    /// Removes a connection from the loop; its socket closes when the current turn ends.
    func remove(_ connection: inout ServedConnection, because reason: CloseReason) {
        guard !connection.isGone else { return }
        connection.isGone = true
        tellClosed(&connection, because: reason)
        clinux_epoll_remove(epoll, connection.channel.socket)
        slots[connection.id.slot] = nil
        freeSlots.append(connection.id.slot)
        connections -= 1
        budget.add(-connection.charged, connection.chargedAs)
        connection.charged = 0
        admission.release(connection.source, loop: index)
    }

    private func tellClosed(_ connection: inout ServedConnection, because reason: CloseReason) {
        guard connection.wasOpened else { return }
        connection.wasOpened = false
        handler.closed(&connection, because: reason)
        connection.attachment = nil
    }

    /// Checks a connection's timeouts, once per tick.
    func checkTime(_ connection: inout ServedConnection) -> Followup {
        // Nothing is received because nothing is read: the application is slow, not the peer.
        if connection.isPaused, connection.machine.backlog == 0 { connection.heardMs = nowMs }
        let silentMs = nowMs &- connection.heardMs
        if case .lingering(let untilMs) = connection.stage {
            if nowMs >= untilMs { remove(&connection, because: .finished) }
        } else if !connection.machine.isOpen {
            if nowMs &- connection.acceptedMs >= configuration.handshakeMs {
                end(&connection, because: .tooSlow)
            } else if connection.waitsForHandshake {
                return .read
            }
        } else if let since = connection.frameSinceMs, nowMs &- since >= configuration.frameMs, !connection.isPaused {
            end(&connection, because: .tooSlow)
        } else if silentMs >= configuration.silentMs {
            end(&connection, because: .silent)
        } else if silentMs >= configuration.pingAfterMs, !connection.hasPinged {
            connection.hasPinged = true
            lend(to: &connection)
            connection.machine.ping(nonce: nowMs)
            return .settle
        }
        return []
    }

    /// Resumes accepting after descriptors ran out; if they still have, the next accept fails again.
    func resumeListening() {
        if index == 0, !isAccepting, stopsByMs == nil { listen() }
    }
}
