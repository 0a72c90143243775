/// Makes the key of one logical call, which all its attempts share.
package enum IdempotencyKey {
    /// Six bytes of time before ten random ones, like UUIDv7, so that keys of one day are stored together.
    package static func make(nowMs: Int64, random: [UInt8]) -> [UInt8] {
        let time = UInt64(clamping: nowMs)
        return stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> $0) } + random.prefix(10)
    }
}
