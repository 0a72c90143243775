import Foundation

/// The disk of a data folder.
struct Disk {
    let freeBytes: Int64
    let sizeBytes: Int64

    /// Below this commits may soon be refused; a twentieth of the disk, but no more than 2 GiB, and room for the log.
    var lowBytes: Int64 { min(max(sizeBytes / 20, 256 << 20), 2 << 30) }
    var isLow: Bool { freeBytes < lowBytes }

    init(freeBytes: Int64, sizeBytes: Int64) {
        (self.freeBytes, self.sizeBytes) = (freeBytes, sizeBytes)
    }

    /// Room that a user without privileges may take.
    init(of folder: DataFolder) throws {
        var status = statvfs()
        guard unsafe statvfs(folder.path, &status) == 0 else { throw folder.failure(folder.path) }
        freeBytes = Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
        sizeBytes = Int64(clamping: UInt64(status.f_blocks) * UInt64(status.f_frsize))
    }
}
