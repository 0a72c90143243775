/// Names one logical call, however often it is sent.
enum IdempotencyKey {
    /// Six bytes of time before ten random ones, the order of UUIDv7: keys of a day lie together where they are kept.
    static func make(nowMs: Int64, random: [UInt8]) -> [UInt8] {
        let time = UInt64(clamping: nowMs)
        return stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> $0) } + random.prefix(10)
    }
}
