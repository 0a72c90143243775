import Crypto
import Domain
import Foundation
import Testing

@Suite struct PuzzleVectorTests {
    @Test("ACC-4e puzzles are solved as the specification's vectors say")
    func vectors() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Protocol/Vectors/accounts/puzzles.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ").map(String.init) }
        #expect(lines.count == 9)
        for line in lines {
            let puzzle = stride(from: 0, to: line[1].utf8.count, by: 2).compactMap { place in
                UInt8(line[1].dropFirst(place).prefix(2), radix: 16)
            }
            let (difficulty, nonce) = (try #require(UInt8(line[2])), try #require(UInt64(line[3])))
            let digest = ProofOfWork.digest(puzzle, nonce)
            #expect(Puzzle.isSolved(digest, difficulty: difficulty) == (line[0] == "solved"))
            guard line[0] == "solved" else { continue }
            #expect(digest.map { String(format: "%02x", Int($0)) }.joined() == line[4])
            #expect(ProofOfWork.solve(puzzle) { Puzzle.isSolved($0, difficulty: difficulty) } == nonce)
        }
    }
}
