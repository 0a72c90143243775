import Crypto
import Domain
import Messages
import Storage
import Wire

/// ID numbers and photos that pass every check and belong to nobody.
enum Papers {
    /// Returns a number with this birth date and sequence in Changsha; an odd last digit of the sequence means a man.
    static func number(_ sequence: Int, born: String = "19900307") -> String {
        let digits = "430102\(born)" + String(String(1000 + sequence).suffix(3))
        for check in "0123456789X" where (try? IdentityNumber(digits + String(check), today: Day(20_728))) != nil {
            return digits + String(check)
        }
        return digits
    }

    static func jpeg(_ seed: UInt8 = 1, size: Int = 3000) -> [UInt8] {
        func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
        func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] { [0xFF, marker] + word(bytes.count + 2) + bytes }
        let scan = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ Int(seed)) & 0x7F }
        return [0xFF, 0xD8] + segment(0xDB, [0] + Array(1...64))
            + segment(0xC0, [8] + word(400) + word(640) + [1, 1, 0x11, 0]) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + scan
            + [0xFF, 0xD9]
    }
}

extension Papers {
    static func digest(_ file: [UInt8]) -> [UInt8] { Digest.file(file) }
}

extension Client {
    /// Uploads a photo in pieces.
    @discardableResult
    func photo(
        _ file: [UInt8], _ side: PhotoSide?, digest: [UInt8]? = nil, size: Int? = nil, piece: Int = 1000
    ) throws -> UploadPhotoReply {
        let request = UploadPhotoRequest(
            side: side, size: UInt32(size ?? file.count), digest: digest ?? Digest.file(file))
        let pieces = stride(from: 0, to: file.count, by: piece).map {
            PhotoChunk(bytes: Array(file[$0..<min($0 + piece, file.count)])).serialized()
        }
        return try UploadPhotoReply(serialized: raw(.identityUploadPhoto, request.serialized(), items: pieces))
    }

    func photo(of person: UInt64 = 0, _ side: PhotoSide) throws -> [UInt8] {
        try items(.identityGetPhoto, GetPhotoRequest(person: person, side: side), of: PhotoChunk.self).flatMap(\.bytes)
    }

    /// Uploads a document of an offering.
    @discardableResult
    func document(
        _ kind: OfferingDocumentKind?, _ file: [UInt8] = Papers.jpeg(), of offering: UInt64, reason: String = ""
    ) throws -> UploadDocumentReply {
        let request = UploadDocumentRequest(
            offering: offering, kind: kind, size: UInt32(file.count), digest: Digest.file(file), reason: reason)
        let pieces = stride(from: 0, to: file.count, by: 1000).map {
            DocumentChunk(bytes: Array(file[$0..<min($0 + 1000, file.count)])).serialized()
        }
        return try UploadDocumentReply(
            serialized: raw(.projectsUploadDocument, request.serialized(), items: pieces))
    }

    func verify(
        _ name: String, _ number: String, photos: Bool = false, programme: UInt64 = 0
    ) throws -> MyIdentityReply {
        try call(
            .identitySubmit,
            SubmitIdentityRequest(name: name, idNumber: number, programme: programme, withPhotos: photos))
    }

    func identity(programme: UInt64 = 0) throws -> MyIdentityReply {
        try call(.identityMine, MyIdentityRequest(programme: programme))
    }

    /// Returns subjects of this kind that wait for the caller.
    func waiting(_ kind: ReviewKind) throws -> [UInt64] {
        let reply: ListReviewsReply = try call(.reviewsListReviews, ListReviewsRequest(kind: kind))
        return reply.reviews.map(\.subject)
    }

    @discardableResult
    func decide(
        _ kind: ReviewKind, _ subjects: [UInt64], _ action: ReviewAction, _ reason: String = ""
    ) throws -> DecideReviewsReply {
        try call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: kind, subjects: subjects, action: action, reason: reason))
    }
}

extension World {
    /// A person with an account and nothing else.
    func newcomer(_ account: String, name: String, from address: String? = nil) throws -> Client {
        let _: CreateAccountReply = try client("admin").call(
            .accountsCreateAccount, CreateAccountRequest(name: account, personName: name))
        return try login(account, from: address)
    }

    /// Makes an identity reviewer over `organisation`, 0 for everywhere.
    func reviewer(_ account: String = "reviewer", over organisation: UInt64 = 0) throws -> Client {
        let _: CreateAccountReply = try client("admin").call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: account, personName: "审核员",
                roles: [RoleGrant(role: .identityReviewer, organisation: organisation)]))
        return try login(account)
    }

    /// Makes a unit and its administrator.
    func unit(_ name: String, account: String) throws -> (id: UInt64, admin: Client) {
        let admin = try client("admin")
        let unit = try admin.organisation(.unit, name)
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: account, personName: "单位管理员", roles: [RoleGrant(role: .unitAdmin, organisation: unit)]))
        return (unit, try login(account))
    }

    func messages(_ person: UInt64, _ kind: MessageKind) throws -> [[String]] {
        try server.read { snapshot in
            try snapshot.all(
                "SELECT details FROM message WHERE person = ?1 AND kind = ?2 ORDER BY id", person, kind.rawValue
            ) { try MessageDetails(serialized: $0.bytes(0)).texts }
        }
    }

    func programme(_ name: String, evidence: String) throws -> UInt64 {
        let reply: CreateProgrammeReply = try client("admin").call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: name, preset: "sichuan-water",
                changes: [PolicySwitch(name: "identityEvidence", value: evidence)]))
        return reply.programme?.id ?? 0
    }
}
