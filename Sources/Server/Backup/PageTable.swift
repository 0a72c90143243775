import Crypto
import Storage

/// A short hash of each page of a backup: tells which pages have changed since they were written to it. Eight bytes a page, two
/// megabytes a gigabyte.
struct PageTable {
    private let hash: ShortHash
    /// By the number of the page, less one; 0 for none.
    private var hashes: [UInt64] = []

    init(_ hash: ShortHash) { self.hash = hash }

    /// Notes a page.
    /// - Returns: whether it is another than the one noted before.
    mutating func note(_ number: Int, _ page: [UInt8]) -> Bool {
        if number > hashes.count { hashes += [UInt64](repeating: 0, count: number - hashes.count) }
        let new = max(1, hash.of(page))
        if hashes[number - 1] == new { return false }
        hashes[number - 1] = new
        return true
    }

    /// Notes the pages of a record.
    mutating func note(_ numbers: [UInt32], _ pages: [UInt8]) {
        for (index, number) in numbers.enumerated() where number > 0 {
            let start = index * Database.pageSize
            _ = note(Int(number), Array(pages[start..<start + Database.pageSize]))
        }
    }

    /// The digest of a database of that many pages; a page that was not noted counts as zero.
    func digest(of count: Int) -> [UInt8] {
        var digest = DigestStream(.backupPages)
        for start in stride(from: 0, to: count, by: 4096) {
            var bytes: [UInt8] = []
            for index in start..<min(count, start + 4096) {
                let hash = index < hashes.count ? hashes[index] : 0
                for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: hash >> UInt64(8 * shift))) }
            }
            digest.update(bytes)
        }
        return digest.finish()
    }
}
