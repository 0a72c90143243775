import ClientKit
import Console
import Messages

extension Command {
    /// ACC-3: verifies one's identity by ID number, and by photos of both sides if a programme requires them.
    static var verify: Command {
        let name: Parameter<String?> = .option("name", "NAME", Phrase("as on the ID card", "身份证上的姓名"))
        let front: Parameter<String?> = .option(
            "front", "FILE", Phrase("photo of the front, JPEG or PNG", "身份证正面照片（JPEG/PNG）"))
        let back: Parameter<String?> = .option("back", "FILE", Phrase("photo of the back", "身份证背面照片"))
        let programme = Name<ProgrammeRegister>.option(
            "programme", Phrase("what this programme asks for", "按此项目体系的要求认证"))
        return Command(
            "verify", Phrase("verify who you are; asks for the ID number", "实名认证，随后输入身份证号"), name, front, back,
            programme
        ) { arguments, desk in
            guard (arguments[front] == nil) == (arguments[back] == nil) else {
                throw CommandFailure(
                    .usage, name: "usage", Phrase("--front and --back go together", "--front 与 --back 须同时给出"))
            }
            let interaction = desk.interaction
            let person =
                try arguments[name] ?? interaction.ask(Phrase("Name", "姓名"), insteadOf: "--name")
            // Not an option, because every user of the machine can read a command line.
            let digits = try interaction.askSecret(Phrase("ID number", "身份证号"), insteadOf: nil)
            if let front = arguments[front] { try desk.send(front, .front) }
            if let back = arguments[back] { try desk.send(back, .back) }
            let reply: MyIdentityReply = try desk.call(
                .identitySubmit,
                SubmitIdentityRequest(
                    name: person, idNumber: digits, programme: try desk.id(arguments[programme]),
                    withPhotos: arguments[front] != nil))
            try desk.show(reply)
            return .ok
        }
    }

    static var identity: Command {
        let programme = Name<ProgrammeRegister>.option(
            "programme", Phrase("whether it is enough for this one", "是否满足此项目体系的要求"))
        return Command("identity", Phrase("what is verified of you", "查看实名认证状态"), programme) { arguments, desk in
            try desk.show(
                try desk.call(.identityMine, MyIdentityRequest(programme: try desk.id(arguments[programme])))
                    as MyIdentityReply)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func send(_ path: String, _ side: PhotoSide) throws {
        let _: UploadPhotoReply = try send(path, .identityUploadPhoto, piece: { PhotoChunk(bytes: $0) }) {
            UploadPhotoRequest(side: side, size: $0, digest: $1)
        }
    }

    fileprivate func show(_ reply: MyIdentityReply) throws {
        let level = reply.level?.phrase ?? Phrase("not verified", "未认证")
        let waits = reply.claim == .waiting
        let rejected = reply.claim == .rejected && !reply.reason.isEmpty
        try interaction.show(
            [
                "level": JSON(reply.level), "name": .string(reply.name), "id_number": .string(reply.idNumber),
                "unit_confirmed": .bool(reply.unitConfirmed), "claim": JSON(reply.claim),
                "reason": .string(reply.reason), "satisfied": .bool(reply.satisfied),
                "photos": .array(reply.photos.map { JSON($0.side) }),
            ],
            text: [interaction.text(level), reply.name, reply.idNumber].filter { !$0.isEmpty }.joined(separator: "  "))
        if waits { interaction.say(Phrase("waiting for a reviewer", "已提交，等待人工审核")) }
        if rejected { interaction.say(Phrase("rejected: \(reply.reason)", "审核未通过：\(reply.reason)")) }
    }
}
