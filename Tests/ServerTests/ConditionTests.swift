import Application
import Foundation
import Service
import Storage
import Testing
import Threads

@testable import Server

/// OPS-5: an operator is told early, and once.
@Suite struct ConditionTests {
    @Test("a low disk is told once, however often it is looked at, and once more when there is clearly room again")
    func disk() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
        let folder = DataFolder(path: place.path + "/data")
        try Initialise.run(folder, administrator: "admin", names: ["localhost"]) { _ in }
        let lines = Locked<[LogLine]>([])
        let condition = Condition(
            folder,
            Ports(
                now: WallClock.nowMs, random: SystemRandom.bytes, log: { line in lines.withLock { $0.append(line) } }))
        let database = try Database(path: folder.database, access: .reading)
        let figures = try database.read { try Figures($0, now: WallClock.nowMs()) }
        let size: Int64 = 100 << 30
        let low = Disk(freeBytes: 0, sizeBytes: size).lowBytes
        #expect(low == 2 << 30)
        for free in [size / 2, low - 1, low - 100, low + 1, low - 1, low * 2, low * 2] {
            try condition.tell(figures, Disk(freeBytes: free, sizeBytes: size), WallClock.nowMs())
        }
        let told = lines.withLock { $0.map(\.event) }
        #expect(told == ["disk nearly full: free some before commits are refused", "disk has room again"])
    }
}
