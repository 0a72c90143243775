internal import CSQLite
internal import Glibc
internal import Threads

/// The disk as SQLite sees it: a `sqlite3_vfs` and its methods, which forward everything to the `DiskState`. Freed once
/// the last connection is closed.
@safe final class VFSRegistration: @unchecked Sendable {
    // Sendable by hand: `init` writes the pointers, `deinit` frees them, and only SQLite reads them in between.
    private static let count = Locked(0)

    let name: String
    private let cName: UnsafeMutablePointer<CChar>
    private let vfs: UnsafeMutablePointer<sqlite3_vfs>

    init(_ state: Locked<DiskState>) {
        let number = Self.count.withLock { count in
            count += 1
            return count
        }
        name = "disk-\(number)"
        unsafe cName = strdup(name)
        unsafe vfs = .allocate(capacity: 1)
        unsafe vfs.initialize(to: sqlite3_vfs())
        unsafe vfs.pointee.iVersion = 1
        unsafe vfs.pointee.szOsFile = Int32(MemoryLayout<OpenFile>.size)
        unsafe vfs.pointee.mxPathname = 512
        unsafe vfs.pointee.zName = UnsafePointer(cName)
        unsafe vfs.pointee.pAppData = Unmanaged.passRetained(state).toOpaque()
        unsafe vfs.pointee.xOpen = openFile
        unsafe vfs.pointee.xDelete = deleteFile
        unsafe vfs.pointee.xAccess = accessFile
        unsafe vfs.pointee.xFullPathname = fullPathname
        unsafe vfs.pointee.xRandomness = randomness
        unsafe vfs.pointee.xSleep = { _, microseconds in microseconds }
        unsafe vfs.pointee.xCurrentTime = { _, time in
            unsafe time?.pointee = 2_460_000
            return SQLITE_OK
        }
        unsafe vfs.pointee.xGetLastError = { _, _, _ in 0 }
        let code = unsafe sqlite3_vfs_register(vfs, 0)
        precondition(code == SQLITE_OK, "sqlite3_vfs_register: \(code)")
    }

    deinit {
        unsafe sqlite3_vfs_unregister(vfs)
        unsafe Unmanaged<Locked<DiskState>>.fromOpaque(vfs.pointee.pAppData).release()
        unsafe vfs.deallocate()
        unsafe free(cName)
    }
}

private func disk(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> UnsafeMutableRawPointer {
    unsafe vfs.unsafelyUnwrapped.pointee.pAppData
}

private func openFile(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: sqlite3_filename?, _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: Int32, _ outFlags: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let file = unsafe file else { return SQLITE_MISUSE }
    let state = unsafe disk(vfs)
    let path = unsafe name.map { unsafe String(cString: $0) }
    let opened = unsafe Unmanaged<Locked<DiskState>>.fromOpaque(state).takeUnretainedValue().withLock {
        $0.open(
            path, create: flags & SQLITE_OPEN_CREATE != 0, deleteOnClose: flags & SQLITE_OPEN_DELETEONCLOSE != 0)
    }
    // Without methods SQLite does not call xClose.
    unsafe file.pointee.pMethods = nil
    guard opened.code == SQLITE_OK else { return opened.code }
    unsafe UnsafeMutableRawPointer(file).storeBytes(
        of: OpenFile(base: sqlite3_file(pMethods: fileMethods), state: state, handle: opened.handle), as: OpenFile.self)
    unsafe outFlags?.pointee = flags
    return SQLITE_OK
}

private func deleteFile(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?, _ syncFolder: Int32
) -> Int32 {
    guard let name = unsafe name else { return SQLITE_MISUSE }
    return unsafe Unmanaged<Locked<DiskState>>.fromOpaque(disk(vfs)).takeUnretainedValue().withLock {
        unsafe $0.delete(String(cString: name), syncingFolder: syncFolder != 0)
    }
}

private func accessFile(
    _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?, _: Int32,
    _ result: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let name = unsafe name else { return SQLITE_MISUSE }
    let (code, exists) = unsafe Unmanaged<Locked<DiskState>>.fromOpaque(disk(vfs)).takeUnretainedValue().withLock {
        unsafe $0.exists(String(cString: name))
    }
    unsafe result?.pointee = exists ? 1 : 0
    return code
}

private func fullPathname(
    _: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?, _ room: Int32,
    _ full: UnsafeMutablePointer<CChar>?
) -> Int32 {
    guard let name = unsafe name, let full = unsafe full, unsafe strlen(name) < Int(room) else {
        return SQLITE_CANTOPEN
    }
    unsafe strcpy(full, name)
    return SQLITE_OK
}

private func randomness(
    _: UnsafeMutablePointer<sqlite3_vfs>?, _ count: Int32, _ bytes: UnsafeMutablePointer<CChar>?
) -> Int32 {
    for index in 0..<Int(count) { unsafe bytes?[index] = CChar(truncatingIfNeeded: index &* 37 &+ 11) }
    return count
}
