/// Prepared statements by the address of their text, which is one for the life of the process: a hot insert costs a masked
/// comparison, not a look at its text. The same text written in two places is prepared twice.
struct StatementCache {
    private var slots: [Statement?]
    private var count = 0

    init() {
        slots = Array(repeating: nil, count: 512)
    }

    subscript(_ sql: SQL) -> Statement? {
        let address = sql.address
        var slot = Self.hash(address) & (slots.count - 1)
        while let statement = slots[slot] {
            if statement.sql.address == address { return statement }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func insert(_ statement: Statement) {
        if count * 2 >= slots.count {
            let known = slots
            slots = Array(repeating: nil, count: known.count * 2)
            count = 0
            for case let statement? in known { insert(statement) }
        }
        var slot = Self.hash(statement.sql.address) & (slots.count - 1)
        while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = statement
        count += 1
    }

    mutating func removeAll() {
        self = StatementCache()
    }

    private static func hash(_ address: UInt) -> Int {
        // Literals are adjacent; the high bits of the product spread them.
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
