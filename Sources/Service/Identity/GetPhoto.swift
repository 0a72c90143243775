import Application
import Messages
import Storage

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
        return try blobs.page(
            cursor, of: address, field: "side", auditDetail: "person \(person): \(side)", snapshot
        ) { PhotoChunk(bytes: $0) }
    }
}
