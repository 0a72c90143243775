import CLinux
import Connection

// Shared buffers, and memory returned to the system.
extension Loop {
    /// Lends a buffer to a machine that is about to write; an idle connection has none.
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

    /// Frees, once per tick, buffers unused since the last tick, and returns the allocator's free memory.
    func giveBack() {
        if idleBuffers > Loop.idleBuffersKept { spareBuffers.removeLast(idleBuffers - Loop.idleBuffersKept) }
        idleBuffers = spareBuffers.count
        if budget.takeTrim() { clinux_trim_memory() }
    }

    private static let keptBuffers = 256
    private static let keptBuffer = 64 << 10
    private static let idleBuffersKept = 16
}
