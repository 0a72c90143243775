import Application
import Domain
import Messages
import Storage
import Wire

extension Identities {
    /// ACC-3a: receives a photo in pieces; accepts it whole or not at all.
    func uploadPhoto(_ request: UploadPhotoRequest, _ exchange: Exchange) throws -> any CallStream {
        let person = try exchange.call.person().id
        guard let side = request.side else { throw Refusal(.invalid, field: "side") }
        guard request.size > 0 else { throw Refusal(.invalid, field: "size", Phrase("empty", "文件为空")) }
        let promise = try FilePromise(size: UInt64(request.size), digest: request.digest, limit: PhotoFile.sizeLimit)
        return try PromisedFile(promise, of: person, in: slots, exchange) {
            try PhotoChunk(serialized: $0).bytes
        } take: { [self] file, done in
            let photo = try PhotoFile(file)
            let blob = blobs.keys.seal(photo.bytes)
            exchange.command(
                request.serialized(),
                { [self] context in try keep(photo, blob, side: side, of: person, context).serialized() },
                done: done)
        }
    }

    /// Stores a photo in place of the former one of its side; throws while that is under review.
    private func keep(
        _ photo: PhotoFile, _ blob: SealedBlob, side: PhotoSide, of person: UInt64, _ context: WriteContext
    ) throws -> UploadPhotoReply {
        let transaction = context.transaction
        let isWaiting = try transaction.exists(
            "SELECT 1 FROM identity_claim WHERE person = ?1 AND state = ?2 AND with_photos = 1", person,
            ClaimState.waiting.rawValue)
        if isWaiting, side != .portrait { throw Refusal(.claimWaiting) }
        let before = try transaction.first(.photoOfIdentity, person, side.rawValue) { BlobAddress($0.bytes(0)) }
        try blobs.store(blob, in: transaction)
        if let before { try blobs.release(before, in: transaction) }
        try transaction.execute(
            """
            INSERT INTO identity_photo (person, side, address, format, width, height, size, uploaded_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (person, side) DO UPDATE SET address = ?3, format = ?4,
            width = ?5, height = ?6, size = ?7, uploaded_ms = ?8
            """, person, side.rawValue, blob.address, photo.format.rawValue, photo.width, photo.height, blob.size,
            context.now)
        context.auditDetail = "person \(person): \(side)" + (before == nil ? "" : ", in place of another")
        return UploadPhotoReply(photo: try photos(of: person, transaction).first { $0.side == side })
    }

    func photos(of person: UInt64, _ snapshot: Snapshot) throws -> [Photo] {
        try snapshot.all(
            """
            SELECT side, format, width, height, size, uploaded_ms FROM identity_photo WHERE person = ?1 ORDER BY side
            """, person
        ) {
            Photo(
                side: try $0.enumeration(0),
                format: try $0.enumeration(1), width: UInt32($0.int(2)),
                height: UInt32($0.int(3)), size: UInt32($0.int(4)), uploadedMs: $0.integer(5))
        }
    }
}
