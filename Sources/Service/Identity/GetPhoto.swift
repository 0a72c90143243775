import Application
import Messages
import Storage
import Wire

extension Identities {
    /// A photo in pieces of 64 KiB, to the person and to the identity reviewer whose region reaches them; to nobody else.
    /// Sends a photo; the reader and the owner are audited (ACC-10).
    func getPhoto(_ request: GetPhotoRequest, _ cursor: [UInt8]?, _ context: ReadContext) throws -> Page<Void> {
        let snapshot = context.snapshot
        let caller = try context.call.person()
        let person = request.person == 0 ? caller.id : request.person
        if person != caller.id {
            let home = try home(of: person, snapshot)
            let isReviewer = try caller.grants.contains {
                try $0.role == .identityReviewer && $0.reaches(home, snapshot)
            }
            guard isReviewer else { throw Refusal(.notAllowed) }
        }
        guard let side = request.side else { throw Refusal(.notFound, field: "side") }
        let address = try snapshot.first(.photoOfIdentity, person, side.rawValue) { BlobAddress($0.bytes(0)) }
        guard let address, let outline = try blobs.outline(address, in: snapshot) else {
            throw Refusal(.notFound, field: "side")
        }
        let place = try cursor.map(PhotoCursor.init) ?? PhotoCursor(address: address.bytes, chunk: 0)
        // Another one has been uploaded since the first piece left.
        guard place.address == address.bytes else { throw Refusal(.staleContext) }
        guard place.chunk < outline.chunkCount, let bytes = try blobs.chunk(place.chunk, of: outline, in: snapshot)
        else {
            throw Refusal(.notFound, field: "side")
        }
        let next = PhotoCursor(address: place.address, chunk: place.chunk + 1)
        return Page(
            items: [PhotoChunk(bytes: bytes).serialized()],
            next: next.chunk < outline.chunkCount ? next.bytes : nil,
            auditDetail: "person \(person): \(side)")
    }
}

private struct PhotoCursor {
    let address: [UInt8]
    let chunk: Int

    init(address: [UInt8], chunk: Int) {
        self.address = address
        self.chunk = chunk
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes.span)
        chunk = Int(clamping: try reader.readVarint())
        address = Array(bytes.suffix(32))
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(chunk))
        writer.writeBytes(address)
        return writer.bytes
    }
}
