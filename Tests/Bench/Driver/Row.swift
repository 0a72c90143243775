import Wire

/// A scan as the yardsticks store it: a row of columns (`yardstick/rows.h`).
struct Row {
    let terminal: UInt64
    let sequence: UInt64
    let person: UInt64
    let timeMs: Int64
    let offering: UInt64

    /// What a message with rows begins with.
    static let batch: [UInt8] = [1]

    func append(to bytes: inout [UInt8]) {
        for column in [terminal, sequence, person, UInt64(bitPattern: timeMs), offering, 0] {
            unsafe withUnsafeBytes(of: column.littleEndian) { unsafe bytes.append(contentsOf: $0) }
        }
        bytes += [1, 1]
    }
}

/// Numbers that come out the same in every run.
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
