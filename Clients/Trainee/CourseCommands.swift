import ClientKit
import Console
import Messages

extension Command {
    /// PRJ-6b: the bases that train; no login needed.
    static var bases: Command {
        let name: Parameter<String> = .option("name", "TEXT", Phrase("with this in their name", "名称包含"), default: "")
        return Command(
            "bases", Phrase("bases and what they offer; no login needed", "培训基地，无需登录"), name, Paging.limit,
            Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .basePages, .bookingsBrowseBases) { after, limit in
                BrowseBasesRequest(after: after, limit: limit, nameContains: arguments[name])
            } rows: { (reply: BrowseBasesReply, table) in
                for base in reply.bases { table.add(base) }
                return (reply.bases.count, reply.next)
            }
            return .ok
        }
    }

    /// PRJ-6b: the sessions to come; no login needed.
    static var courses: Command {
        let base: Parameter<String?> = .option("base", "BASE", Phrase("of this base, by id or name", "该基地的场次，编号或名称"))
        let programme = Name<ProgrammeRegister>.option("programme", Phrase("of this programme", "该项目体系的场次"))
        return Command(
            "courses", Phrase("sessions to come; no login needed", "可预约的课程场次，无需登录"), base, programme, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            guard arguments[base] != nil || arguments[programme] != nil else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase(
                        "of which base? rollcall bases lists them, rollcall courses --base BASE goes on",
                        "哪个基地？先用 rollcall bases 查看，再用 rollcall courses --base 基地"))
            }
            try desk.list(arguments, .sessions, .bookingsBrowseSessions) { after, limit in
                BrowseSessionsRequest(
                    base: try arguments[base].map(desk.openBase) ?? 0, programme: try desk.id(arguments[programme]),
                    after: after,
                    limit: limit)
            } rows: { (reply: BrowseSessionsReply, table) in
                for session in reply.sessions { table.add(session) }
                return (reply.sessions.count, reply.next)
            }
            return .ok
        }
    }

    /// BKG-1: books a place.
    static var book: Command {
        let session = Name<OfferingRegister>.session
        return Command("book", Phrase("book a place in a session", "预约课程"), session) { arguments, desk in
            try desk.show(
                try desk.call(.bookingsBook, BookRequest(offering: try desk.id(arguments[session]))) as BookingReply)
            return .ok
        }
    }

    /// BKG-4: bookings, and the paid places they are made with.
    static var bookings: Command {
        Command(
            "bookings", Phrase("your bookings and paid places", "我的课程与名额"),
            commands: [listBookings, cancelBooking, places])
    }

    private static let booking: Parameter<UInt64> = .argument("BOOKING", Phrase("its id", "预约编号"))

    private static var listBookings: Command {
        Command(
            "list", Phrase("present and past, the newest first", "当前与历史预约，最新在前"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .bookings, .bookingsMyBookings) { after, limit in
                MyBookingsRequest(after: after, limit: limit)
            } rows: { (reply: ListBookingsReply, table) in
                for booking in reply.bookings { table.add(booking) }
                return (reply.bookings.count, reply.next)
            }
            return .ok
        }
    }

    private static var cancelBooking: Command {
        Command("cancel", Phrase("cancel one, until its session starts", "取消预约（场次开始前）"), booking, Asking.yes) {
            arguments, desk in
            let id = arguments[booking]
            try desk.confirm(
                arguments,
                Phrase("Cancel booking \(id)? Your cancellations are counted.", "确定取消预约 \(id) 吗？取消次数将被累计。"))
            try desk.show(
                try desk.call(.bookingsCancelBooking, CancelBookingRequest(booking: arguments[booking]))
                    as BookingReply)
            return .ok
        }
    }

    private static var places: Command {
        Command(
            "places", Phrase("what has been paid for, and how often it was cancelled", "已缴费名额及取消次数"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .entitlements, .bookingsMyEntitlements) { after, limit in
                MyEntitlementsRequest(after: after, limit: limit)
            } rows: { (reply: MyEntitlementsReply, table) in
                for entitlement in reply.entitlements { table.add(entitlement) }
                return (reply.entitlements.count, reply.next)
            }
            return .ok
        }
    }

    /// BKG-3a: the course pass.
    static var pass: Command {
        Command("pass", Phrase("the pass of an approved booking", "听课证"), booking, DrawnCode.png) { arguments, desk in
            let reply: PassReply = try desk.call(.bookingsGetPass, GetBookingRequest(booking: arguments[booking]))
            try DrawnCode.write(reply.text, to: arguments[DrawnCode.png])
            try desk.interaction.show(
                [
                    "pass": .string(reply.text), "from_ms": .integer(reply.fromMs),
                    "until_ms": .integer(reply.untilMs),
                ],
                text: reply.text)
            desk.interaction.say(
                Phrase(
                    "show it at the door; good until \(Shown.text(reply.untilMs))",
                    "请在现场出示，有效期至 \(Shown.text(reply.untilMs))"))
            try DrawnCode.draw(reply.text, desk.interaction)
            return .ok
        }
    }
}

extension Desk {
    /// Returns a base by its id or name, without a login.
    func openBase(_ text: String) throws -> UInt64 {
        if let id = UInt64(text) { return id }
        let reply: BrowseBasesReply = try call(
            .bookingsBrowseBases, BrowseBasesRequest(limit: 500, nameContains: text))
        let found = reply.bases.filter { $0.name == text }
        guard found.count == 1 else {
            let near = reply.bases.prefix(5).map { "\($0.base) \($0.name)" }
            throw CommandFailure(
                .refused, name: "not_found", Phrase("there is no base “\(text)”", "没有名称为“\(text)”的基地"),
                hint: near.isEmpty
                    ? nil : Phrase("there are: \(near.joined(separator: ", "))", "已有：\(near.joined(separator: "、"))"),
                next: Phrase("bases"))
        }
        return found[0].base
    }

    func show(_ reply: BookingReply) throws {
        var table = Table.bookings
        if let booking = reply.booking { table.add(booking) }
        try interaction.show(table)
        if reply.booking?.state == .waiting {
            interaction.say(Phrase("the base reviews it; a message tells you", "等待基地审核，审核结果会以消息通知"))
        }
    }
}
