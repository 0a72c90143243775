internal import CSQLite
internal import Glibc
internal import Threads

/// The layout of the memory that SQLite allocates for an open file.
@unsafe struct OpenFile {
    var base: sqlite3_file
    /// An unretained `Locked<DiskState>`; the registration holds it and outlives every connection.
    var state: UnsafeMutableRawPointer
    var handle: Int
}

/// The methods of all disks; never freed.
nonisolated(unsafe) let fileMethods: UnsafePointer<sqlite3_io_methods> = {
    // Unsafe by name only: written once here, before anyone reads it.
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    unsafe methods.initialize(to: sqlite3_io_methods())
    unsafe methods.pointee.iVersion = 2
    unsafe methods.pointee.xClose = { file in
        unsafe with(file) { $0.close($1) }
        return SQLITE_OK
    }
    unsafe methods.pointee.xRead = { file, buffer, count, offset in
        let (code, bytes) = unsafe with(file) { $0.read($1, Int(count), at: Int(offset)) }
        guard let buffer = unsafe buffer else { return SQLITE_MISUSE }
        // Bytes beyond the end of the file read as zeros.
        unsafe memset(buffer, 0, Int(count))
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)).copy(bytes)
        return code
    }
    unsafe methods.pointee.xWrite = { file, buffer, count, offset in
        let bytes = unsafe [UInt8].copy(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
        return unsafe with(file) { $0.write($1, bytes, at: Int(offset)) }
    }
    unsafe methods.pointee.xTruncate = { file, size in unsafe with(file) { $0.truncate($1, to: Int(size)) } }
    unsafe methods.pointee.xSync = { file, _ in unsafe with(file) { $0.sync($1) } }
    unsafe methods.pointee.xFileSize = { file, size in
        unsafe with(file) {
            guard let file = $0.live($1) else { return Code.readFailed }
            unsafe size?.pointee = Int64(file.contents.count)
            return SQLITE_OK
        }
    }
    unsafe methods.pointee.xLock = { file, level in
        unsafe with(file) { $0.live($1)?.locks.lock($1, to: level) ?? Code.readFailed }
    }
    unsafe methods.pointee.xUnlock = { file, level in
        unsafe with(file) { $0.handle($1)?.file.locks.unlock($1, to: level) }
        return SQLITE_OK
    }
    unsafe methods.pointee.xCheckReservedLock = { file, result in
        unsafe with(file) { unsafe result?.pointee = $0.live($1)?.locks.isReserved == true ? 1 : 0 }
        return SQLITE_OK
    }
    unsafe methods.pointee.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    unsafe methods.pointee.xSectorSize = { _ in 4096 }
    // As on Linux: a write never harms adjacent bytes.
    unsafe methods.pointee.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
    unsafe methods.pointee.xShmMap = { file, region, size, extend, result in
        // An address instead of a pointer, which may not leave the lock.
        let address = unsafe with(file) { disk, number -> UInt? in
            guard disk.live(number) != nil, let handle = disk.handle(number) else { return nil }
            return unsafe UInt(bitPattern: handle.shared.region(Int(region), size: Int(size), extend: extend != 0))
        }
        unsafe result?.pointee = UnsafeMutableRawPointer(bitPattern: address ?? 0)
        return address == nil ? Code.readFailed : SQLITE_OK
    }
    unsafe methods.pointee.xShmLock = { file, first, count, flags in
        unsafe with(file) {
            guard let handle = $0.handle($1) else { return Code.readFailed }
            let slots = Int(first)..<Int(first + count)
            let exclusive = flags & SQLITE_SHM_EXCLUSIVE != 0
            if flags & SQLITE_SHM_LOCK != 0 { return handle.shared.lock($1, slots, exclusive: exclusive) }
            handle.shared.unlock($1, slots, exclusive: exclusive)
            return SQLITE_OK
        }
    }
    unsafe methods.pointee.xShmBarrier = { _ in }
    unsafe methods.pointee.xShmUnmap = { file, _ in
        unsafe with(file) { $0.handle($1)?.shared.release($1) }
        return SQLITE_OK
    }
    return unsafe UnsafePointer(methods)
}()

/// Runs `body` on the disk and the handle number of an open file.
@unsafe private func with<Result: Sendable>(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (inout sending DiskState, Int) -> Result
) -> Result {
    let open = unsafe UnsafeMutableRawPointer(file.unsafelyUnwrapped).assumingMemoryBound(to: OpenFile.self)
    let state = unsafe Unmanaged<Locked<DiskState>>.fromOpaque(open.pointee.state).takeUnretainedValue()
    let handle = unsafe open.pointee.handle
    return state.withLock { body(&$0, handle) }
}
