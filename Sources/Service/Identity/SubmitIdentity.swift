import Application
import Domain
import Messages
import Storage

extension Identities {
    struct IdentitySubmission: Sendable {
        let person: UInt64
        let name: String
        /// Nil if only the name is declared.
        let number: IdentityNumber?
        let withPhotos: Bool
        let programme: UInt64
        /// Nil if there is no provider, or nothing to ask it.
        var answer: ProviderAnswer?
    }

    func loadIdentity(_ request: SubmitIdentityRequest, _ context: ReadContext) throws -> IdentitySubmission {
        let person = try context.call.person().id
        let today = ZoneRule.china.day(of: Instant(context.now))
        let number = request.idNumber.isEmpty ? nil : try IdentityNumber(request.idNumber, today: today)
        let submission = IdentitySubmission(
            person: person, name: try PersonName.checked(request.name), number: number, withPhotos: request.withPhotos,
            programme: request.programme)
        try check(submission, context.snapshot)
        return submission
    }

    func askIdentityProvider(_ submission: IdentitySubmission) -> IdentitySubmission {
        var submission = submission
        if let provider = services.identities, let number = submission.number {
            submission.answer = provider.check(submission.name, number)
        }
        return submission
    }

    /// ACC-3: submits an identity: a name alone is declared, an ID number is checked, photos wait for a reviewer.
    func submitIdentity(_ submission: IdentitySubmission, _ context: WriteContext) throws -> MyIdentityReply {
        try check(submission, context.transaction)
        let person = submission.person
        if let number = submission.number {
            let claim = IdentityClaim(
                person: person, name: submission.name, number: number, withPhotos: submission.withPhotos,
                answer: submission.answer)
            let outcome = try claimIdentity(claim, context)
            context.auditDetail = "person \(person): \(outcome.title)"
            if case .contested = outcome { context.refuseAfterCommit(Refusal(.identityTaken, field: "id_number")) }
        } else {
            try declare(submission.name, person, context)
            context.auditDetail = "person \(person): declared"
        }
        return try identity(of: person, programme: submission.programme, context.transaction)
    }

    /// Throws if the submission does not satisfy the programme, or photos are missing.
    private func check(_ submission: IdentitySubmission, _ snapshot: Snapshot) throws {
        if submission.programme != 0 {
            switch try evidence(of: submission.programme, snapshot) {
            case .idAndPhotos:
                guard submission.withPhotos else { throw Refusal(.photosRequired, field: "with_photos") }
                fallthrough
            case .nameAndID:
                guard submission.number != nil else {
                    throw Refusal(
                        .invalid, field: "id_number", Phrase("this programme asks for it", "本项目要求填写身份证号"))
                }
            case .selfDeclared, .unitConfirmed, nil: break
            }
        }
        guard submission.withPhotos else { return }
        guard submission.number != nil else {
            throw Refusal(.invalid, field: "id_number", Phrase("photos show one", "上传照片须填写身份证号"))
        }
        let sides = try snapshot.all(
            "SELECT side FROM identity_photo WHERE person = ?1 ORDER BY side", submission.person
        ) {
            $0.int32(0)
        }
        guard Set(sides).isSuperset(of: [PhotoSide.front.rawValue, PhotoSide.back.rawValue]) else {
            throw Refusal(.photosRequired, field: "with_photos")
        }
    }

    private func declare(_ name: String, _ person: UInt64, _ context: WriteContext) throws {
        let known = try IdentityRecord(person, context.transaction)
        guard !known.level.reaches(.numberChecked) else {
            guard ComparedName(known.name) == ComparedName(name) else {
                throw Refusal(.wrongState, field: "name", IdentityRecord.isFixed)
            }
            return
        }
        if known.name != name, try isOnRosters(person, context.transaction) {
            throw Refusal(
                .wrongState, field: "name", "a roster knows another name; give the ID number too",
                zh: "与名单登记姓名不一致，须同时填写身份证号")
        }
        try context.transaction.execute(.setIdentity, person, name, IdentityLevel.declared.rawValue)
    }
}
