import Application
import Domain
import Messages
import Storage
import Wire

extension Blobs {
    /// PRJ-4b, RPF-1a: receives a document in pieces, a JPEG by its content; accepts it whole or not at all.
    /// - Parameters:
    ///   - command: the request, for its idempotency key.
    ///   - piece: the bytes of one item.
    ///   - keep: stores it; returns the reply.
    /// - Throws: `invalid` for an empty file, or one beyond 5 MiB.
    func receiveDocument(
        _ size: UInt32, _ digest: [UInt8], in slots: UploadSlots, _ command: [UInt8], _ exchange: Exchange,
        piece: @escaping ([UInt8]) throws -> [UInt8],
        keep: @escaping @Sendable (PhotoFile, SealedBlob, WriteContext) throws -> [UInt8]
    ) throws -> any CallStream {
        guard size > 0 else { throw Refusal(.invalid, field: "size", Phrase("empty", "文件为空")) }
        let promise = try FilePromise(size: UInt64(size), digest: digest, limit: PhotoFile.sizeLimit)
        return try PromisedFile(
            promise, of: exchange.call.person().id, in: slots, exchange, piece: piece,
            take: { file, done in
                let picture = try DocumentFile(file).picture
                let blob = keys.seal(picture.bytes)
                exchange.command(command, { try keep(picture, blob, $0) }, done: done)
            })
    }

    /// One piece of a stored file, 64 KiB. The cursor names the file, so that of one that took its place no byte is passed off as its.
    /// - Parameters:
    ///   - address: nil for a file that is not there.
    ///   - item: the message of a piece.
    /// - Throws: `notFound`; `staleContext` where another one has come since the first piece left.
    func page(
        _ cursor: [UInt8]?, of address: BlobAddress?, field: String, auditDetail: AuditDetail = "",
        _ snapshot: Snapshot,
        item: ([UInt8]) -> some Message
    ) throws -> Page<Void> {
        guard let address, let outline = try outline(address, in: snapshot) else {
            throw Refusal(.notFound, field: field)
        }
        var number = 0
        if let cursor {
            var reader = ByteReader(cursor.span)
            number = Int(clamping: try reader.readVarint())
            guard Array(cursor.suffix(address.bytes.count)) == address.bytes else { throw Refusal(.staleContext) }
        }
        guard number < outline.chunkCount, let bytes = try chunk(number, of: outline, in: snapshot) else {
            throw Refusal(.notFound, field: field)
        }
        var next = ByteWriter()
        next.writeVarint(UInt64(number + 1))
        next.writeBytes(address.bytes)
        return Page(
            items: [item(bytes).serialized()], next: number + 1 < outline.chunkCount ? next.bytes : nil,
            auditDetail: auditDetail)
    }
}
