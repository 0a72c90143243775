import Seeded

/// One file: its content for the running system, and the content after a power cut.
final class DiskFile {
    private enum Change {
        case write(offset: Int, bytes: [UInt8])
        case truncate(size: Int)
    }

    private(set) var contents: [UInt8]
    private var durable: [UInt8]
    /// Changes since the last sync, in order.
    private var unsynced: [Change] = []
    var locks = FileLocks()
    /// Connections from before a cut keep the memory they had.
    private(set) var shared = SharedMemory()

    init(durable: [UInt8]) {
        contents = durable
        self.durable = durable
    }

    func write(_ bytes: [UInt8], at offset: Int) {
        Self.apply(.write(offset: offset, bytes: bytes), to: &contents)
        unsynced.append(.write(offset: offset, bytes: bytes))
    }

    func truncate(to size: Int) {
        Self.apply(.truncate(size: size), to: &contents)
        unsynced.append(.truncate(size: size))
    }

    func sync() {
        for change in unsynced { Self.apply(change, to: &durable) }
        unsynced = []
    }

    /// Returns the bytes from `offset` on, at most `count`; fewer at the end of the file.
    func read(_ count: Int, at offset: Int) -> [UInt8] {
        let start = min(offset, contents.count)
        let end = min(offset + count, contents.count)
        return unsafe contents.withUnsafeBytes { unsafe .copy(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The part of the unsynced changes that survives a cut.
    private enum Survival: CaseIterable {
        case nothing, everything, beginning, sectors, pages
    }

    func lose(using random: inout SeededRandom) {
        switch Survival.allCases.randomElement(using: &random) ?? .nothing {
        case .nothing: break
        case .everything: sync()
        case .beginning:
            unsynced.removeSubrange(Int.random(in: 0...unsynced.count, using: &random)...)
            sync()
        case .sectors: keepPieces(of: 512, using: &random)
        case .pages: keepPieces(of: 4096, using: &random)
        }
        unsynced = []
        contents = durable
        locks = FileLocks()
        shared = SharedMemory()
    }

    /// Keeps some pieces of the changes: a disk writes pieces in any order, each whole or not at all.
    private func keepPieces(of size: Int, using random: inout SeededRandom) {
        let chance = Int.random(in: 1...9, using: &random)
        for change in unsynced {
            switch change {
            case .truncate:
                if Int.random(in: 0..<10, using: &random) < chance { Self.apply(change, to: &durable) }
            case .write(var offset, let bytes):
                var rest = bytes[...]
                while !rest.isEmpty {
                    let piece = rest.prefix(size - offset % size)
                    if Int.random(in: 0..<10, using: &random) < chance {
                        Self.apply(.write(offset: offset, bytes: Array(piece)), to: &durable)
                    }
                    offset += piece.count
                    rest = rest.dropFirst(piece.count)
                }
            }
        }
    }

    private static func apply(_ change: Change, to contents: inout [UInt8]) {
        switch change {
        case .truncate(let size):
            if size < contents.count { contents.removeSubrange(size...) }
        case .write(let offset, let bytes):
            let end = offset + bytes.count
            if end > contents.count { contents += [UInt8](repeating: 0, count: end - contents.count) }
            unsafe contents.withUnsafeMutableBytes { contents in
                unsafe UnsafeMutableRawBufferPointer(rebasing: contents[offset..<end]).copy(bytes)
            }
        }
    }
}
