import Glibc
import Synchronization

/// Numbers that many threads add to and anybody reads now and then. Each thread adds to numbers of its own, so that counting
/// takes no lock and shares no memory with other processors; whoever reads adds them up.
@safe package final class ThreadCounters: @unchecked Sendable {
    // Sendable by hand: a share is written by its thread alone, atomically, and is freed with the counters.
    @safe private struct Share: @unchecked Sendable {
        // Sendable by hand, for the same reason.
        let numbers: UnsafeMutablePointer<Atomic<UInt64>>
    }

    private let count: Int
    private let key: pthread_key_t
    private let shares = Locked<[Share]>([])

    package init(count: Int) {
        self.count = count
        var key = pthread_key_t()
        let code = unsafe pthread_key_create(&key, nil)
        precondition(code == 0, "pthread_key_create: \(code)")
        self.key = key
    }

    deinit {
        pthread_key_delete(key)
        shares.withLock { for share in $0 { unsafe free(share.numbers) } }
    }

    package func add(_ amount: UInt64 = 1, to index: Int) {
        precondition(index >= 0 && index < count, "number \(index) of \(count)")
        let place = unsafe share().numbers + index
        let value = unsafe place.pointee.load(ordering: .relaxed)
        unsafe place.pointee.store(value &+ amount, ordering: .relaxed)
    }

    /// The sums over all threads, also those that have ended.
    package func sums() -> [UInt64] {
        var sums = [UInt64](repeating: 0, count: count)
        for share in shares.withLock({ $0 }) {
            for index in 0..<count { sums[index] &+= unsafe share.numbers[index].load(ordering: .relaxed) }
        }
        return sums
    }

    private func share() -> Share {
        if let known = unsafe pthread_getspecific(key) {
            return unsafe Share(numbers: known.assumingMemoryBound(to: Atomic<UInt64>.self))
        }
        // Zeros that are never written take no memory.
        guard let memory = unsafe calloc(count, MemoryLayout<Atomic<UInt64>>.stride) else {
            preconditionFailure("no memory for \(count) numbers")
        }
        let share = unsafe Share(numbers: memory.bindMemory(to: Atomic<UInt64>.self, capacity: count))
        shares.withLock { $0.append(share) }
        unsafe pthread_setspecific(key, memory)
        return share
    }
}
