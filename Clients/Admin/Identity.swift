import ClientKit
import Console
import Messages

extension Command {
    /// ACC-3: shows claims to an identity reviewer; `review decide identity` decides on them.
    static var identity: Command {
        Command("identity", Phrase("claims of ID numbers", "实名认证审核"), commands: [show, photo])
    }

    private static var show: Command {
        let claim: Parameter<UInt64> = .argument(
            "CLAIM", Phrase("as rollcall-admin review list identity shows it", "申请编号"))
        return Command("show", Phrase("a claim, and who has the number already", "查看申请及号码现持有人"), claim) {
            arguments, desk in
            let reply: GetClaimReply = try desk.call(.identityGetClaim, GetClaimRequest(claim: arguments[claim]))
            var table = Table(
                .init("role", Phrase("Who", "角色")), .init("person", Phrase("Person", "人员"), .right),
                .init("name", Phrase("Name", "姓名")), .init("phone", Phrase("Phone", "手机号"), .exact),
                .init("id_number", Phrase("ID number", "身份证号"), .exact), .init("level", Phrase("Verified", "认证级别")),
                .init("photos", Phrase("Photos", "照片")))
            if let party = reply.claimant {
                table.add(
                    .init(Phrase("claimant", "申请人"), json: "claimant"), .init(party.person), .init(reply.name),
                    .init(party.phone), .init(reply.idNumber), .init(party.level),
                    .init(
                        Phrase(
                            reply.photos.compactMap { $0.side?.phrase.en }.joined(separator: ", "),
                            reply.photos.compactMap { $0.side?.phrase.zh }.joined(separator: "、")),
                        json: .string(reply.photos.map { $0.side.identifier }.joined(separator: ","))))
            }
            if let party = reply.holder {
                table.add(
                    .init(Phrase("holder", "现持有人"), json: "holder"), .init(party.person), .init(party.name),
                    .init(party.phone), .init(reply.idNumber), .init(party.level), .empty)
            }
            try desk.interaction.show(table)
            if reply.holder?.responsible == true {
                desk.interaction.warn(
                    Phrase(
                        "the holder logs in for an organisation: approving gives that to the claimant",
                        "现持有人是机构负责人，审核通过后由申请人接任"))
            }
            return .ok
        }
    }

    private static var photo: Command {
        let person: Parameter<UInt64> = .argument("PERSON", Phrase("whose", "人员编号"))
        let side: Parameter<Choice<PhotoSide>> = .option(
            "side", "SIDE", Phrase("front, back or portrait", "正面、背面或人像"), default: Choice(.front))
        let out: Parameter<String> = .option(
            "out", "FILE", Phrase("where to, for your eyes only", "保存位置，仅本人可读"), default: "photo")
        return Command("photo", Phrase("a photo of an ID card", "下载证件照片"), person, side, out) { arguments, desk in
            try desk.fetch(
                .identityGetPhoto, GetPhotoRequest(person: arguments[person], side: arguments[side].value),
                to: arguments[out]
            ) { (piece: PhotoChunk) in piece.bytes }
        }
    }
}
