import CLinux
import Connection
import Glibc
import Threads

// How connections come and go.
extension Loop {
    func accept(_ number: Int) {
        for _ in 0..<Loop.acceptsPerTurn {
            var raw = clinux_address()
            let socket = unsafe clinux_accept(listeners[number].socket, &raw)
            switch -socket {
            case EAGAIN: return
            case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                // Nothing to give a connection to; the listener would wake the loop again at once. The next tick tries.
                return stopListening()
            case 1...: continue
            default: break
            }
            let address = Address(raw)
            guard let loop = admission.admit(address) else {
                close(socket)
                continue
            }
            if loop == index {
                adopt(socket, address, number)
            } else {
                mailboxes[loop].post(.adopt(socket: socket, address, listener: number))
            }
        }
    }

    func adopt(_ socket: Int32, _ address: Address, _ listener: Int) {
        let tls: TLSSession?
        do {
            tls = try listeners[listener].tls?.accept(on: socket)
        } catch {
            close(socket)
            return admission.release(address, loop: index)
        }
        let channel = Channel(socket: socket, tls: tls)
        guard stopsByMs == nil, let slot = freeSlot() else { return admission.release(address, loop: index) }
        generation &+= 1
        let id = ConnectionID(loop: index, slot: slot, generation: generation & 0x7FFF_FFFF)
        guard clinux_epoll_add_edge(epoll, socket, id.rawValue) == 0 else {
            freeSlots.append(slot)
            return admission.release(address, loop: index)
        }
        slots[slot] = Slot(
            ServedConnection(id, address, mailbox: mailbox, listener: listener, channel: channel, nowMs: nowMs))
        connections += 1
    }

    private func freeSlot() -> Int? {
        if let slot = freeSlots.popLast() { return slot }
        guard slots.count < ConnectionID.mostSlots else { return nil }
        slots.append(nil)
        return slots.count - 1
    }

    /// Ends the protocol on a connection. What the machine has said is sent first, and the transport then ends so that
    /// the peer can read it: a socket closed with unread bytes would take them back.
    func end(_ connection: inout ServedConnection, because reason: CloseReason) {
        tellClosed(&connection, because: reason)
        switch reason {
        case .violation(.badPreface), .goodbye, .disconnected, .tooSlow, .silent, .unread, .transport:
            remove(&connection, because: reason)
        case .violation, .finished:
            guard connection.stage == .speaking else { return remove(&connection, because: reason) }
            connection.stage = .lingering(untilMs: nowMs + configuration.lingerMs)
            if connection.outlet.count == 0 { connection.channel.finish() }
        }
    }

    /// Takes a connection from the loop; its socket closes when the turn that uses it ends.
    func remove(_ connection: inout ServedConnection, because reason: CloseReason) {
        guard !connection.isGone else { return }
        connection.isGone = true
        tellClosed(&connection, because: reason)
        clinux_epoll_remove(epoll, connection.channel.socket)
        slots[connection.id.slot] = nil
        freeSlots.append(connection.id.slot)
        connections -= 1
        admission.release(connection.address, loop: index)
    }

    private func tellClosed(_ connection: inout ServedConnection, because reason: CloseReason) {
        guard connection.wasOpened else { return }
        connection.wasOpened = false
        handler.closed(&connection, because: reason)
        connection.attachment = nil
    }

    /// What time has brought about for a connection, looked at every tick.
    func checkTime(_ connection: inout ServedConnection) -> Followup {
        // Not heard because not read: the application is what is slow.
        if connection.isPaused, connection.machine.backlog == 0 { connection.heardMs = nowMs }
        let silentMs = nowMs &- connection.heardMs
        if case .lingering(let untilMs) = connection.stage {
            if nowMs >= untilMs { remove(&connection, because: .finished) }
        } else if !connection.machine.isOpen {
            if nowMs &- connection.acceptedMs >= configuration.handshakeMs { end(&connection, because: .tooSlow) }
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

    /// Descriptors had run out; if they still have, the next accept says so again.
    func resumeListening() {
        if index == 0, !isAccepting, stopsByMs == nil { listen() }
    }
}
