import Foundation
import Seeded
import Testing

@testable import Storage

@Suite struct ScratchFileTests {
    @Test("what is appended is read back from anywhere, in memory and beyond it", arguments: [UInt64(1), 2])
    func ranges(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let file = try ScratchFile(in: NSTemporaryDirectory(), key: [UInt8](repeating: 7, count: 32))
        var model: [UInt8] = []
        while model.count < 2 << 20 {
            let byte = UInt8.random(in: 0...255, using: &random)
            let bytes = [UInt8](repeating: byte, count: Int.random(in: 0...100_000, using: &random))
            try file.append(bytes)
            model += bytes
            #expect(file.count == model.count)
            for _ in 0..<5 {
                let start = Int.random(in: 0...model.count, using: &random)
                let end = Int.random(in: start...min(model.count, start + 20_000), using: &random)
                #expect(try file.read(start..<end) == Array(model[start..<end]), "seed \(seed)")
            }
        }
    }

    @Test("ACC-11 beyond a mebibyte the bytes are on the disk, encrypted, in a file that nobody can open by name")
    func encrypted() throws {
        let folder = NSTemporaryDirectory() + "scratch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try ScratchFile(in: folder, key: [UInt8](repeating: 7, count: 32))
        let secret = Array("13900000001,张三\n".utf8)
        let lines = Array(repeating: secret, count: 4096).flatMap(\.self)
        for _ in 0..<40 { try file.append(lines) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").map { "/proc/self/fd/\($0)" }
            .filter { (try? FileManager.default.destinationOfSymbolicLink(atPath: $0))?.hasPrefix(folder) == true }
        let bytes = try Data(contentsOf: URL(filePath: try #require(open.first)))
        #expect(bytes.count > 2 << 20 && bytes.range(of: Data("13900000001".utf8)) == nil)
    }
}
