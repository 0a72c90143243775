import Application
import Messages
import Storage
import Wire

extension Blobs {
    /// One piece of a stored file, 64 KiB. The cursor names the file, so that of one that took its place no byte is passed off as its.
    /// - Parameters:
    ///   - address: nil for a file that is not there.
    ///   - item: the message of a piece.
    /// - Throws: `notFound`; `staleContext` where another one has come since the first piece left.
    func page(
        _ cursor: [UInt8]?, of address: BlobAddress?, field: String, auditDetail: String = "", _ snapshot: Snapshot,
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
