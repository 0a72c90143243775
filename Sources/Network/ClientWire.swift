import Connection
import Glibc

/// Drives a client's machine over a channel with `poll`. Reads while it waits to write, so that two sides that both
/// have much to send do not block each other.
final class ClientWire {
    let channel: Channel
    var machine: ClientConnection
    private var events: [ClientEvent] = []
    private var firstEvent = 0
    private var outlet = SendQueue()
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)
    private var hasEnded = false

    init(channel: Channel, machine: ClientConnection) {
        self.channel = channel
        self.machine = machine
    }

    func next(by deadline: Deadline) throws(NetworkError) -> ClientEvent? {
        while true {
            if let event = takeEvent() { return event }
            do {
                try send()
            } catch {
                // The machine's reason says more than the failed write.
                throw machine.closed.map { .closed($0) } ?? error
            }
            if let reason = machine.closed { throw .closed(reason) }
            if hasEnded { throw .closed(.disconnected) }
            if try receive() { continue }
            if hasEnded { continue }
            guard try channel.wait(forWriting: hasUnsent, by: deadline) else { return nil }
        }
    }

    func flush(by deadline: Deadline) throws(NetworkError) {
        try send()
        while hasUnsent {
            guard try channel.wait(forWriting: true, by: deadline) else { throw .timedOut }
            _ = try receive()
            guard !hasEnded else { throw .closed(machine.closed ?? .disconnected) }
            try send()
        }
    }

    func close() {
        machine.goodbye()
        // A peer that no longer reads is closed all the same.
        do { try send() } catch {}
        channel.finish()
    }

    private var hasUnsent: Bool { outlet.count > 0 || !machine.outgoing.isEmpty }

    private func takeEvent() -> ClientEvent? {
        guard firstEvent < events.count else { return nil }
        defer {
            firstEvent += 1
            if firstEvent == events.count {
                events.removeAll(keepingCapacity: true)
                firstEvent = 0
            }
        }
        return events[firstEvent]
    }

    /// Reads once; returns true if bytes arrived.
    private func receive() throws(NetworkError) -> Bool {
        // Swapped out of this object, so that the machine can change while the buffer is read.
        var buffer: [UInt8] = []
        swap(&buffer, &self.buffer)
        defer { swap(&buffer, &self.buffer) }
        switch channel.receive(&buffer) {
        case .bytes(let count):
            var offset = 0
            let bytes = buffer.span.extracting(0..<count)
            while let event = machine.next(in: bytes, from: &offset) { events.append(event) }
            return true
        case .nothing:
            return false
        case .ended:
            hasEnded = true
            return false
        case .failed(let text):
            throw .closed(.transport(text))
        }
    }

    /// Sends as much as the socket accepts.
    private func send() throws(NetworkError) {
        guard hasUnsent else { return }
        switch outlet.send(&machine.outgoing, through: channel) {
        case .sent: return
        case .failed(let text): throw .closed(.transport(text))
        }
    }
}
