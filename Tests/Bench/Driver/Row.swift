import Seeded
import Wire

/// A scan as the yardsticks store it: a row of columns (`yardstick/rows.h`).
struct Row {
    let terminal: UInt64
    let sequence: UInt64
    let person: UInt64
    let timeMs: Int64
    let offering: UInt64

    /// The first byte of a message with rows.
    static let batch: [UInt8] = [1]

    func append(to bytes: inout [UInt8]) {
        for column in [terminal, sequence, person, UInt64(bitPattern: timeMs), offering, 0] {
            unsafe withUnsafeBytes(of: column.littleEndian) { unsafe bytes.append(contentsOf: $0) }
        }
        bytes += [1, 1]
    }
}

extension SeededRandom {
    mutating func next(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
