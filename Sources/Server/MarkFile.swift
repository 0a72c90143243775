import Application
import Console
import Foundation
import Service
import Storage
import Threads

/// `rollcall.mark` beside the database: the position the database had at most a second ago. A database cannot tell by
/// itself that its end is missing (a write-ahead log removed, truncated or damaged, an older copy restored).
struct MarkFile {
    let path: String

    init(_ folder: DataFolder) { path = folder.path + "/rollcall.mark" }

    /// Returns nil if there is no mark, or it was not written completely.
    func read(_ folder: DataFolder) throws -> CommitMark? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return CommitMark(file: try folder.read(path))
    }

    /// Overwrites the mark; durable on return. A mark is shorter than a sector, which a disk writes as a whole.
    func write(_ mark: CommitMark) throws {
        let bytes = mark.file
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        let count = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard count == bytes.count, ftruncate(descriptor, off_t(count)) == 0, fdatasync(descriptor) == 0 else {
            throw failure()
        }
    }

    private func failure() -> CommandFailure { DataFolder(path: path).failure(path) }
}

extension DataFolder {
    /// Reports commits after a damaged frame of the write-ahead log, which SQLite ignores.
    func brokenLog() throws -> Damage? {
        guard try LogFile.breaksOff(of: database) else { return nil }
        return Damage("the write-ahead log is damaged before its end: commits behind are lost")
    }

    /// Copies such a log before SQLite overwrites it.
    func keepBrokenLog() throws -> Damage? {
        guard let damage = try brokenLog() else { return nil }
        let copy = database + "-wal.damaged"
        if !FileManager.default.fileExists(atPath: copy) {
            try FileManager.default.copyItem(atPath: database + "-wal", toPath: copy)
        }
        return damage
    }
}

extension CommitMark {
    /// Returns the loss that the mark proves; nil if it proves none.
    func missing(from database: CommitMark) -> Damage? {
        guard number > database.number else { return nil }
        let times = [database.atMs, atMs + 1000].map(Moment.text)
        return Damage(
            "the end of the database is missing: what was recorded between \(times[0]) and \(times[1]) may be lost")
    }
}

/// Writes the database's position to the mark file once a second, if it has advanced.
final class Marker: Sendable {
    private let isStopping: Monitor<Bool>
    private let thread: Threads.Thread

    /// - Parameters:
    ///   - commits: returns the number of commits since the process started.
    ///   - file: the mark at start.
    init(
        _ mark: MarkFile, after file: CommitMark, commits: @escaping @Sendable () -> Int, _ writer: WriterLane,
        _ log: JSONLog
    ) {
        let isStopping = Monitor(false)
        self.isStopping = isStopping
        thread = Threads.Thread.start("marker") {
            var (last, seen) = (file, 0)
            var isFailing = false
            while isStopping.wait(atMostMs: 1000, { $0 ? true : nil }) == nil {
                guard commits() != seen else { continue }
                do {
                    let known = last
                    let answer = Monitor<(mark: Result<CommitMark, any Error>, commits: Int)?>(nil)
                    writer.submit(
                        { try CommitMark.next(after: known, now: WallClock.nowMs(), $0) },
                        completion: { result in
                            // Includes the mark's own commit, which is counted after this.
                            answer.change { $0 = (result, commits() + 1) }
                        })
                    let answered = answer.wait { $0 }
                    seen = answered.commits
                    last = try answered.mark.get()
                    try mark.write(last)
                    isFailing = false
                } catch {
                    if !isFailing { log.write(LogLine(.warning, "mark not written", [("error", "\(error)")])) }
                    isFailing = true
                }
            }
        }
    }

    func stop() {
        isStopping.change { $0 = true }
        thread.join()
    }
}
