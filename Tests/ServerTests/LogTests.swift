import Application
import Foundation
import Testing
import Threads

@testable import Server

/// OPS-4: the log is bounded, and writing to it never blocks.
@Suite(.timeLimit(.minutes(15))) struct LogTests {
    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func number(_ name: String, in lines: [[String: Any]]) -> Int {
        lines.compactMap { ($0[name] as? String).flatMap(Int.init) }.reduce(0, +)
    }

    @Test("OPS-4 a log that nobody reads holds nobody up, and says how many lines were lost once it is read")
    func unread() throws {
        let pipe = Pipe()
        let log = JSONLog(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let count = 20_000
        // Each is an event of its own, so that none is held back; 20 MB, while the pipe holds 64 KiB.
        for turn in 0..<count {
            log.write(LogLine(.info, "event \(turn)", [("text", String(repeating: "a", count: 900))]))
        }
        let read = Locked<Data>(Data())
        let reader = Thread.start("reader") {
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            read.withLock { $0 = data }
        }
        log.close(withinMs: 30_000)
        try pipe.fileHandleForWriting.close()
        reader.join()
        let all = try lines(String(decoding: read.withLock { $0 }, as: UTF8.self))
        let lost = number("lines", in: all.filter { $0["event"] as? String == "log lines lost" })
        let written = all.filter { ($0["event"] as? String)?.hasPrefix("event ") == true }
        #expect(lost > 0)
        #expect(written.count + lost == count)
    }

    @Test("OPS-4 a log whose reader has gone is written to no more than it can be, and ends nothing")
    func closed() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let log = JSONLog(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        for turn in 0..<10 { log.write(LogLine(.info, "event \(turn)")) }
        log.close()
    }

    @Test("OPS-4 of one source three lines a minute are written, and the rest is counted")
    func source() {
        var thinning = LogThinning()
        let line = LogLine(.warning, "broke", [("code", "bad_frame")], from: "198.51.100.7")
        let written = (0..<10_000).filter { _ in thinning.admits(line, nowMs: 5) }
        #expect(written == [0, 1, 2])
        let isOtherWritten = thinning.admits(LogLine(.warning, "broke", from: "198.51.100.8"), nowMs: 5)
        #expect(isOtherWritten)
        #expect(thinning.dueMs == 60_005)
        let counts = thinning.counts()
        #expect(counts.count == 1 && counts[0].source == "198.51.100.7")
        #expect(counts[0].fields.contains { $0 == ("repeated", "9997") })
        #expect(thinning.dueMs == nil)
        let isWrittenAgain = thinning.admits(line, nowMs: 60_006)
        #expect(isWrittenAgain)
    }

    @Test("OPS-4 however many sources there are, an event has sixty lines a minute, and every other one is counted")
    func sources() {
        var thinning = LogThinning()
        let total = 100_000
        let written = (0..<total).filter { turn in
            thinning.admits(LogLine(.warning, "broke", from: "source \(turn % 50_000)"), nowMs: 1)
        }
        #expect(written.count == 60)
        let counts = thinning.counts()
        #expect(counts.count <= 61)
        let counted = counts.flatMap(\.fields).compactMap { Int($0.1) }.reduce(0, +)
        #expect(counted == total - 60)
    }

    @Test("OPS-4 a fault that goes on is written three times a minute; another one is not held up by it")
    func fault() {
        var thinning = LogThinning()
        let line = LogLine(.error, "call failed", [("error", "disk I/O")])
        let written = (0..<100).filter { _ in thinning.admits(line, nowMs: 1) }
        #expect(written.count == 3)
        let isOtherWritten = thinning.admits(LogLine(.error, "call failed", [("error", "another")]), nowMs: 1)
        #expect(isOtherWritten)
    }
}
