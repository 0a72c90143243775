import Application
import Crypto
import Domain
import Messages
import Storage
import Threads
import Wire

/// How much of photos under way is held in memory at once.
final class PhotoRoom: Sendable {
    static let uploads = 16
    private let people = Locked<Set<UInt64>>([])

    /// False while the person uploads another photo, or too many people do.
    func enter(_ person: UInt64) -> Bool {
        people.withLock { $0.count < Self.uploads && $0.insert(person).inserted }
    }

    func leave(_ person: UInt64) { people.withLock { _ = $0.remove(person) } }
}

extension Service {
    /// ACC-3a: a photo in pieces; taken whole or not at all.
    func uploadPhoto(_ request: UploadPhotoRequest, _ exchange: Exchange) throws -> any CallStream {
        let person = try exchange.call.person().id
        guard [.front, .back, .portrait].contains(request.side) else { throw Refused(.invalid, field: "side") }
        guard request.size > 0, request.size <= PhotoFile.sizeLimit else {
            throw Refused(
                .tooLarge, field: "size",
                Wording("at most \(PhotoFile.sizeLimit >> 20) MiB", zh: "最大 \(PhotoFile.sizeLimit >> 20) MiB"))
        }
        guard photoRoom.enter(person) else { throw Refused(.busy) }
        return PhotoStream(self, person, request, exchange)
    }

    /// The latest photo of a side takes the place of the one before, but not while a reviewer may be looking at that.
    func keep(
        _ photo: PhotoFile, _ blob: SealedBlob, side: PhotoSide, of person: UInt64, _ context: WriteContext
    ) throws -> UploadPhotoReply {
        let transaction = context.transaction
        let isWaiting = try transaction.exists(
            "SELECT 1 FROM identity_claim WHERE person = ?1 AND state = ?2 AND with_photos", person,
            IdentityClaimState.waiting.rawValue)
        if isWaiting, side != .portrait { throw Refused(.claimWaiting) }
        let before = try transaction.first(
            "SELECT address FROM identity_photo WHERE person = ?1 AND side = ?2", person, side.rawValue
        ) { BlobAddress($0.bytes(0)) }
        try blobs.store(blob, in: transaction)
        if let before { try blobs.release(before, in: transaction) }
        try transaction.execute(
            """
            INSERT INTO identity_photo (person, side, address, format, width, height, size, uploaded_ms) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (person, side) DO UPDATE SET address = ?3, format = ?4, \
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
                side: PhotoSide(rawValue: $0.int32(0)) ?? .unspecified,
                format: PhotoFormat(rawValue: $0.int32(1)) ?? .unspecified, width: UInt32($0.int(2)),
                height: UInt32($0.int(3)), size: UInt32($0.int(4)), uploadedMs: $0.integer(5))
        }
    }
}

/// Gathers one photo; its size was promised in the request, and no more is kept.
private final class PhotoStream: CallStream {
    private let service: Service
    private let person: UInt64
    private let request: UploadPhotoRequest
    private let exchange: Exchange
    private var file: [UInt8] = []
    private(set) var isOver = false

    init(_ service: Service, _ person: UInt64, _ request: UploadPhotoRequest, _ exchange: Exchange) {
        self.service = service
        self.person = person
        self.request = request
        self.exchange = exchange
    }

    deinit { leave() }

    func item(_ bytes: [UInt8], ended: Bool) {
        guard !isOver else { return }
        do {
            if !bytes.isEmpty {
                file += try PhotoChunk(serialized: bytes).bytes
                exchange.responder.consumed(stream: exchange.stream, items: 1, bytes: bytes.count)
            }
            guard file.count <= request.size else { throw Refused(.tooLarge, field: "size") }
            if ended { try finish() }
        } catch {
            end()
            answer(.failure(exchange.application.refused(error, exchange.call)))
        }
    }

    func writable() {}

    func cancelled() { end() }

    private func finish() throws {
        guard file.count == request.size, Digest.hash(.uploadDigest, file) == request.digest else {
            throw Refused(
                .invalid, field: "digest", Wording("the photo did not arrive as it was sent", zh: "照片传输不完整，请重新上传"))
        }
        let photo = try PhotoFile(file)
        let (service, person, request, answer) = (service, person, request, answer)
        let blob = service.blobs.keys.seal(photo.bytes)
        end()
        exchange.command(request.serialized()) { context in
            try service.keep(photo, blob, side: request.side, of: person, context).serialized()
        } done: {
            answer($0)
        }
    }

    private func end() {
        isOver = true
        file = []
        leave()
    }

    private var isInside = true

    private func leave() {
        guard isInside else { return }
        isInside = false
        service.photoRoom.leave(person)
    }

    private var answer: @Sendable (Result<[UInt8], Refused>) -> Void {
        let (responder, stream, locale) = (exchange.responder, exchange.stream, exchange.call.options.locale)
        return { result in
            switch result {
            case .success(let reply): responder.reply(stream: stream, reply)
            case .failure(let refused): responder.error(stream: stream, refused.message(locale: locale))
            }
        }
    }
}
