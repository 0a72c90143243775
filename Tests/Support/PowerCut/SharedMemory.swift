internal import CSQLite

/// The index of a write-ahead log, which the connections of one process share: its regions and its eight locks.
@safe final class SharedMemory {
    private var regions: [UnsafeMutableRawPointer] = unsafe []
    private var readers: [Set<Int>] = Array(repeating: [], count: Int(SQLITE_SHM_NLOCK))
    private var writers: [Int?] = Array(repeating: nil, count: Int(SQLITE_SHM_NLOCK))

    /// Returns the region's start; nil if it does not exist and `extend` is false.
    func region(_ number: Int, size: Int, extend: Bool) -> UnsafeMutableRawPointer? {
        while unsafe regions.count <= number {
            if !extend { return nil }
            let region = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            unsafe region.initializeMemory(as: UInt8.self, repeating: 0, count: size)
            unsafe regions.append(region)
        }
        return unsafe regions[number]
    }

    func lock(_ handle: Int, _ slots: Range<Int>, exclusive: Bool) -> Int32 {
        for slot in slots {
            if let writer = writers[slot], writer != handle { return SQLITE_BUSY }
            if exclusive && !readers[slot].isSubset(of: [handle]) { return SQLITE_BUSY }
        }
        for slot in slots {
            if exclusive { writers[slot] = handle } else { readers[slot].insert(handle) }
        }
        return SQLITE_OK
    }

    func unlock(_ handle: Int, _ slots: Range<Int>, exclusive: Bool) {
        for slot in slots {
            if exclusive {
                if writers[slot] == handle { writers[slot] = nil }
            } else {
                readers[slot].remove(handle)
            }
        }
    }

    func release(_ handle: Int) {
        unlock(handle, readers.indices, exclusive: true)
        unlock(handle, readers.indices, exclusive: false)
    }

    deinit {
        unsafe regions.forEach { unsafe $0.deallocate() }
    }
}
