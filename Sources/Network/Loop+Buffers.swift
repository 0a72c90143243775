import CLinux
import Connection

// Buffers that connections share, and what goes back to the system.
extension Loop {
    /// A machine that is about to say something gets a buffer for it; an idle connection has none.
    func lend(to connection: inout ServedConnection) {
        guard connection.machine.outgoing.capacity == 0, let buffer = spareBuffers.popLast() else { return }
        connection.machine.outgoing = buffer
        idleBuffers = min(idleBuffers, spareBuffers.count)
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

    /// At every tick: buffers nobody has needed since the last one go, and so does what the allocator only keeps.
    func giveBack() {
        if idleBuffers > Loop.idleBuffersKept { spareBuffers.removeLast(idleBuffers - Loop.idleBuffersKept) }
        idleBuffers = spareBuffers.count
        if budget.takeTrim() { clinux_trim_memory() }
    }

    private static let keptBuffers = 256
    private static let keptBuffer = 64 << 10
    private static let idleBuffersKept = 16
}
