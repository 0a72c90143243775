import Seeded
import Foundation
import Testing
import Wire

/// Messages with faults: flipped bits, wrong lengths, pieces cut, doubled and moved.
@Suite struct MutationTests {
    /// Three fixed seeds and a random one, or the one of ROLLCALL_SEED. A failure names its seed.
    static let seeds =
        ProcessInfo.processInfo.environment["ROLLCALL_SEED"].flatMap { UInt64($0) }.map { [$0] }
        ?? [1, 2, 3, UInt64.random(in: 4...UInt64.max)]
    static let rounds = 25_000

    private static func tree(_ random: inout SeededRandom, depth: Int) -> Tree {
        var tree = Tree()
        if random.below(2) == 0 { tree.id = random.next() >> random.next(in: 0...63) }
        tree.numbers = (0..<random.below(5)).map { _ in random.next() >> random.next(in: 0...63) }
        tree.name = String(repeating: random.below(2) == 0 ? "a" : "名", count: Int(random.below(6)))
        tree.raw = (0..<random.below(12)).map { _ in UInt8(random.below(256)) }
        if depth > 0 { tree.branches = (0..<random.below(4)).map { _ in Self.tree(&random, depth: depth - 1) } }
        return tree
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        for _ in 0...random.below(4) {
            guard !bytes.isEmpty else { return }
            let from = Int(random.below(UInt64(bytes.count)))
            let piece = from..<min(bytes.count, from + 1 + Int(random.below(9)))
            switch random.below(6) {
            case 0: bytes[from] ^= 1 << UInt8(random.below(8))
            case 1: bytes[from] = UInt8(random.below(256))
            case 2: bytes.removeSubrange(piece)
            case 3: bytes.insert(contentsOf: bytes[piece], at: Int(random.below(UInt64(bytes.count))))
            case 4: bytes.removeLast(min(bytes.count, 1 + Int(random.below(9))))
            // Wraps the message in further ones, deeper than any of ours.
            default:
                for _ in 0..<random.below(20) where bytes.count < 1 << 16 {
                    var writer = ByteWriter()
                    writer.writeVarint(26)
                    writer.writeVarint(UInt64(bytes.count))
                    bytes = writer.bytes + bytes
                }
            }
        }
    }

    /// Returns a tree's size and depth.
    private static func weigh(_ tree: Tree) -> (bytes: Int, elements: Int, depth: Int) {
        var (bytes, elements, depth) = (tree.name.utf8.count + tree.raw.count + tree.numbers.count, 0, 0)
        for branch in tree.branches {
            let weight = weigh(branch)
            bytes += weight.bytes
            elements += weight.elements + 1
            depth = max(depth, weight.depth)
        }
        return (bytes, elements, depth + 1)
    }

    @Test(
        "100,000 damaged messages trap nothing, hang nothing, and hold no more than the bytes they came in",
        .timeLimit(.minutes(15)), arguments: seeds)
    func messages(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var read = 0
        for round in 0..<Self.rounds {
            var bytes = Self.tree(&random, depth: 3).serialized()
            Self.mutate(&bytes, &random)
            guard let tree = try? Tree(serialized: bytes) else { continue }
            read += 1
            let weight = Self.weigh(tree)
            let isBounded =
                weight.bytes <= bytes.count && weight.elements <= min(bytes.count / 2, Limits.elements)
                && weight.depth <= Limits.nesting
            let isKept = try Tree(serialized: tree.serialized()) == tree
            if !isBounded || !isKept { Issue.record("round \(round) of seed \(seed): \(bytes)") }
        }
        // Neither all nor none of the attempts can be read.
        #expect((Self.rounds / 100..<Self.rounds).contains(read))
    }
}

extension SeededRandom {
    mutating func below(_ limit: UInt64) -> UInt64 { next() % limit }

    mutating func next(in range: ClosedRange<UInt64>) -> UInt64 {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }
}
