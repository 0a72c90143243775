package import Crypto

/// The keyed hash of a blob's content: equal bytes have equal addresses within one site, and without the site's key an
/// address reveals nothing, not even to somebody who guesses the bytes. 32 bytes.
package struct BlobAddress: Sendable, Hashable, SQLBindable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    @usableFromInline package var sqlValue: SQLValue { .bytes(bytes) }
}

/// A blob that is cut, addressed and encrypted, ready to be stored. Making one is slow and needs no transaction.
///
/// A chunk is the next 64 KiB of the content; its address is MAC(0 ‖ chunk), the blob's MAC(1 ‖ size ‖ addresses of its
/// chunks). A chunk is encrypted with its address as associated data and the first 24 bytes of the address as nonce:
/// two different chunks never share one, and the same chunk always gives the same bytes.
package struct SealedBlob: Sendable {
    package let address: BlobAddress
    package let size: Int
    let chunks: [SealedChunk]
}

struct SealedChunk: Sendable {
    let address: [UInt8]
    let sealed: [UInt8]
}

/// The site's keys for blobs.
package struct BlobKeys: Sendable {
    private let addressing: MACKey
    private let sealing: SealingKeyring

    package init(_ master: MasterKey, current: UInt8 = 1) {
        addressing = master.macKey(for: .blobAddress)
        sealing = SealingKeyring(master, for: .blobChunk, current: current)
    }

    package func seal(_ bytes: [UInt8]) -> SealedBlob {
        var draft = BlobDraft(self)
        draft.append(bytes[...])
        return draft.finish()
    }

    func seal(chunk: [UInt8]) -> SealedChunk {
        let address = addressing.mac(.blobAddress, [0], chunk)
        let nonce = Array(address.prefix(SealingKey.nonceSize))
        return SealedChunk(address: address, sealed: sealing.seal(chunk, nonce: nonce, .blobChunk, address))
    }

    func open(_ chunk: SealedChunk) throws(CryptoError) -> [UInt8] {
        try sealing.open(chunk.sealed, .blobChunk, chunk.address)
    }

    func address(size: Int, chunks: [[UInt8]]) -> BlobAddress {
        let size = (0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
        return BlobAddress(addressing.mac(.blobAddress, [1], size, Array(chunks.joined())))
    }
}

/// A blob whose bytes arrive in pieces, such as an upload. Holds all of them in memory; the caller bounds their number.
package struct BlobDraft: Sendable {
    private let keys: BlobKeys
    private var pending: [UInt8] = []
    private var chunks: [SealedChunk] = []
    package private(set) var size = 0

    package init(_ keys: BlobKeys) {
        self.keys = keys
    }

    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        size += bytes.count
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(Blobs.chunkSize - pending.count)
            pending += piece
            rest = rest[piece.endIndex...]
            if pending.count == Blobs.chunkSize { sealPending() }
        }
    }

    package consuming func finish() -> SealedBlob {
        if !pending.isEmpty { sealPending() }
        return SealedBlob(address: keys.address(size: size, chunks: chunks.map(\.address)), size: size, chunks: chunks)
    }

    private mutating func sealPending() {
        chunks.append(keys.seal(chunk: pending))
        pending.removeAll(keepingCapacity: true)
    }
}
