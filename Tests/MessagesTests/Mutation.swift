import Seeded

extension SeededRandom {
    /// One to four changes: a byte replaced, a bit turned, bytes put in, taken out or doubled.
    mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 1...8, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0 where place < end: bytes[place] = [0x00, 0x7F, 0x80, 0xFF].randomElement(using: &self) ?? 0
            case 1 where place < end: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes.insert(.random(in: 0 ... .max, using: &self), at: place)
            }
        }
        return bytes
    }
}
