internal import Threads

/// A disk in memory for SQLite databases. Its power can be cut at any numbered operation, and any operation can be made
/// to fail. Pass `vfs` to `Database(path:vfs:)`.
///
/// Operations that change the disk (write, truncate, delete, sync) count from 1; reads count separately. Changes that
/// were not synced before a cut survive in part, as the seed of `restart` decides. Connections opened before a cut fail
/// afterwards; close them before the disk is freed.
package final class SimulatedDisk: Sendable {
    package enum Failure: Sendable, CaseIterable {
        case ioError, full
    }

    /// The operations that a number counts.
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

    /// A disk with a copy of another's files: a restored backup, a cloned terminal.
    package convenience init(copying image: [String: [UInt8]]) {
        self.init()
        state.withLock { state in
            for (path, bytes) in image { state.add(path, bytes) }
        }
    }

    /// Returns the number of operations since the start or the last restart.
    package func operations(_ count: Count = .changes) -> Int {
        state.withLock { count == .changes ? $0.changes : $0.reads }
    }

    /// Cuts the power during change `number`: that change happens in part or not at all, and everything after it fails
    /// until `restart`.
    package func cutPower(atChange number: Int) {
        state.withLock { $0.cutAt = number }
    }

    package func cutPower() {
        state.withLock { $0.isDead = true }
    }

    package var isDead: Bool {
        state.withLock { $0.isDead }
    }

    /// Restores the power, cutting it first if it was on. Resets counts and planned faults.
    package func restart(seed: UInt64) {
        state.withLock { $0.restart(seed: seed) }
    }

    /// Makes operations `numbers` fail without any effect.
    package func fail(_ count: Count = .changes, _ numbers: Range<Int>, with failure: Failure) {
        state.withLock { $0.fault = DiskState.Fault(count: count, numbers: numbers, failure: failure) }
    }

    /// Returns every file as the running system sees it, synced or not.
    package func image() -> [String: [UInt8]] {
        state.withLock { state in state.names.mapValues { $0.contents } }
    }
}
