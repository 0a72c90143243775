import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// PRJ-6: sessions, and the bases that hold them.
    static var courses: Command {
        Command(
            "courses", Phrase("offerings that people book", "可预约的课程场次"),
            commands: [publish, listSessions, showSession, describeBase])
    }

    private static let session: Parameter<Name<OfferingRegister>> = .argument(
        "SESSION", Phrase("its offering, by id or title", "场次（期次），编号或名称"))

    private static var publish: Command {
        let location: Parameter<String> = .required("location", "TEXT", Phrase("where it is held", "上课地点"))
        let capacity: Parameter<UInt32> = .required("capacity", "N", Phrase("how many places", "席位数"))
        let fee: Parameter<Fen?> = .option("fee", "YUAN", Phrase("its own fee; else the programme's", "费用（元），默认按项目体系"))
        let modality: Parameter<Choice<Modality>?> = .option(
            "modality", "FORM", Phrase("in person unless given", "培训形式，默认线下"))
        let lodgings: Parameter<[LodgingSpec]> = .options(
            "lodging", "NAME=YUAN", Phrase("a lodging to choose from", "住宿选项及价格"))
        let asksPosition: Parameter<Bool> = .flag("ask-position", Phrase("ask for the position", "报名时填写职务"))
        let closed: Parameter<Bool> = .flag("closed", Phrase("take no new bookings", "停止接受新预约"))
        return Command(
            "publish", Phrase("offer places in an open offering, or change what is offered", "发布场次或修改已发布的场次"), session,
            location, capacity, fee, modality, lodgings, asksPosition, closed
        ) { arguments, desk in
            let reply: SessionReply = try desk.call(
                .bookingsPublishSession,
                PublishSessionRequest(
                    offering: try desk.id(arguments[session]), location: arguments[location],
                    capacity: arguments[capacity],
                    modality: arguments[modality]?.value, hasOwnFee: arguments[fee] != nil,
                    feeFen: UInt64(clamping: arguments[fee]?.count ?? 0), state: arguments[closed] ? .closed : .open,
                    asksPosition: arguments[asksPosition],
                    lodgings: arguments[lodgings].map { LodgingOption(name: $0.name, fen: $0.fen) }))
            try desk.show(reply)
            return .ok
        }
    }

    private static var listSessions: Command {
        let base = Name<BaseRegister>.required("base", Phrase("of this base", "该基地的场次"))
        return Command(
            "list", Phrase("those to come, the next first", "未开始的场次"), base, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .sessions, .bookingsBrowseSessions) { after, limit in
                BrowseSessionsRequest(base: try desk.id(arguments[base]), after: after, limit: limit)
            } rows: { (reply: BrowseSessionsReply, table) in
                for session in reply.sessions { table.add(session) }
                return (reply.sessions.count, reply.next)
            }
            return .ok
        }
    }

    private static var showSession: Command {
        Command("show", Phrase("one of them", "查看场次"), session) { arguments, desk in
            try desk.show(
                try desk.call(.bookingsGetSession, GetSessionRequest(offering: try desk.id(arguments[session])))
                    as SessionReply)
            return .ok
        }
    }

    private static var describeBase: Command {
        let base = Name<BaseRegister>.positional
        let address: Parameter<String> = .required("address", "TEXT", Phrase("where it is", "地址"))
        let phone: Parameter<String> = .required("phone", "NUMBER", Phrase("a service line", "联系电话"))
        let introduction: Parameter<String> = .option(
            "introduction", "TEXT", Phrase("a paragraph about it", "简介"), default: "")
        return Command(
            "describe-base", Phrase("what trainees read of a base", "设置基地的地址、电话与简介"), base, address, phone, introduction
        ) { arguments, desk in
            let reply: BasePageReply = try desk.call(
                .bookingsDescribeBase,
                DescribeBaseRequest(
                    base: try desk.id(arguments[base]), address: arguments[address], phone: arguments[phone],
                    introduction: arguments[introduction]))
            var table = Table.basePages
            if let page = reply.page { table.add(page) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// BKG-3: a session's bookings; `review` decides on them.
    static var bookings: Command {
        let state: Parameter<Choice<BookingState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "bookings",
            Phrase(
                "a session's bookings; decide with rollcall-admin review list booking",
                "场次的预约；审核请用 rollcall-admin review list 预约"),
            session, state,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .bookings, .bookingsListBookings) { after, limit in
                ListBookingsRequest(
                    offering: try desk.id(arguments[session]), state: arguments[state]?.value, after: after,
                    limit: limit)
            } rows: { (reply: ListBookingsReply, table) in
                for booking in reply.bookings { table.add(booking) }
                return (reply.bookings.count, reply.next)
            }
            return .ok
        }
    }
}

/// A lodging and its price: `单人间=360`.
struct LodgingSpec: ArgumentValue {
    let name: String
    let fen: UInt64

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, let price = Fen(argument: parts[1]) else { return nil }
        name = parts[0]
        fen = UInt64(clamping: price.count)
    }
    static var expectation: Phrase { Phrase("a name and a price, such as single=360", "名称=价格，如 单人间=360") }
    var argument: String { "\(name)=\(Fen(Int64(clamping: fen)))" }
}

extension Desk {
    fileprivate func show(_ reply: SessionReply) throws {
        var table = Table.sessions
        if let session = reply.session { table.add(session) }
        try interaction.show(table)
    }
}
