internal import Threads

/// A disk in memory on which SQLite databases live: its power can be cut at any numbered operation, and any operation
/// can be made to fail. Give `vfs` to `Database(path:vfs:)`.
///
/// Operations that change the disk (write, truncate, delete, sync) count from 1, reads count for themselves. What was
/// not synced when the power went is lost or kept by pieces, as the seed of `restart` decides. Connections opened before
/// a cut only fail afterwards; close them before the disk itself goes.
package final class SimulatedDisk: Sendable {
    package enum Failure: Sendable, CaseIterable {
        case ioError, full
    }

    /// What an operation number counts.
    package enum Count: Sendable, CaseIterable {
        case changes, reads
    }

    /// The name under which SQLite knows this disk.
    package let vfs: String
    let state: Locked<DiskState>
    private let registration: VFSRegistration

    package init() {
        let state = Locked(DiskState())
        self.state = state
        registration = VFSRegistration(state)
        vfs = registration.name
    }

    /// A disk that holds a copy of another's files: a restored backup, a cloned terminal.
    package convenience init(copying image: [String: [UInt8]]) {
        self.init()
        state.withLock { state in
            for (path, bytes) in image { state.add(path, bytes) }
        }
    }

    /// How many operations of this kind there were since the beginning or the last restart.
    package func operations(_ count: Count = .changes) -> Int {
        state.withLock { count == .changes ? $0.changes : $0.reads }
    }

    /// Takes the power away during change number `number`: it happens in part or not at all, and everything after it
    /// fails until `restart`.
    package func cutPower(atChange number: Int) {
        state.withLock { $0.cutAt = number }
    }

    package func cutPower() {
        state.withLock { $0.isDead = true }
    }

    package var isDead: Bool {
        state.withLock { $0.isDead }
    }

    /// Gives the power back (cutting it first if it was on). Counts start anew, planned faults are forgotten.
    package func restart(seed: UInt64) {
        state.withLock { $0.restart(seed: seed) }
    }

    /// Makes operations `numbers` fail: nothing of them happens.
    package func fail(_ count: Count = .changes, _ numbers: Range<Int>, with failure: Failure) {
        state.withLock { $0.fault = DiskState.Fault(count: count, numbers: numbers, failure: failure) }
    }

    /// Every file as the running system sees it, synced or not.
    package func image() -> [String: [UInt8]] {
        state.withLock { state in state.names.mapValues { $0.contents } }
    }
}
