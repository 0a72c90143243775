import ClientKit
import Console
import Glibc
import Messages
import Threads

extension Command {
    /// ORD-1, PRJ-7: orders what a session costs.
    static var order: Command {
        let session = Name<OfferingRegister>.session
        return Command(
            "order", Phrase("order what a session costs; rollcall pay ORDER goes on", "下单，之后用 rollcall pay 订单 支付"),
            session,
            position, lodging,
            confirmed
        ) { arguments, desk in
            try desk.order(
                try desk.id(arguments[session]), position: arguments[position], lodging: arguments[lodging],
                isConfirmed: arguments[confirmed])
        }
    }

    /// PRJ-7a: orders what a training notice leads to.
    static var orderFromNotice: Command {
        let notice = Name<NoticeRegister>.positional
        return Command(
            "order", Phrase("order what a training notice leads to", "按培训通知报名"), notice, position, lodging, confirmed
        ) { arguments, desk in
            let id = try desk.id(arguments[notice])
            let reply: NoticeReply = try desk.call(.noticesGetNotice, GetNoticeRequest(notice: id))
            guard let offering = reply.notice?.offering, offering != 0 else {
                throw CommandFailure(
                    .refused, name: "not_found", Phrase("nothing is ordered from this notice", "该通知没有可报名的培训"))
            }
            return try desk.order(
                offering, position: arguments[position], lodging: arguments[lodging],
                isConfirmed: arguments[confirmed])
        }
    }

    private static let position: Parameter<String> = .option(
        "position", "TEXT", Phrase("your position, where it is asked for", "职务（如需填写）"), default: "")
    private static let lodging: Parameter<String> = .option(
        "lodging", "NAME", Phrase("one of the session's lodgings, where it has any", "住宿选项（如有）"), default: "")
    private static let confirmed: Parameter<Bool> = .flag("confirm", Phrase("my own data are right", "已核对个人信息"))

    private static let orderID: Parameter<UInt64> = .argument("ORDER", Phrase("its id", "订单编号"))

    /// ORD-1: the caller's orders.
    static var orders: Command {
        Command("orders", Phrase("your orders", "我的订单"), commands: [listOrders, showOrder, withdrawOrder])
    }

    private static var listOrders: Command {
        Command("list", Phrase("the newest first", "订单列表，最新在前"), Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .orders, .ordersMyOrders) { after, limit in
                MyOrdersRequest(after: after, limit: limit)
            } rows: { (reply: ListOrdersReply, table) in
                for order in reply.orders { table.add(order) }
                return (reply.orders.count, reply.next)
            }
            return .ok
        }
    }

    private static var showOrder: Command {
        Command("show", Phrase("one of them", "查看订单"), orderID) { arguments, desk in
            try desk.show(try desk.order(arguments[orderID]))
            return .ok
        }
    }

    private static var withdrawOrder: Command {
        Command("withdraw", Phrase("take back one that is not paid", "撤销未支付的订单"), orderID) { arguments, desk in
            try desk.show(
                try desk.call(.ordersWithdrawOrder, WithdrawOrderRequest(order: arguments[orderID])) as OrderReply)
            return .ok
        }
    }

    /// ORD-2: shows the code to pay with, and waits until it is paid.
    static var pay: Command {
        let by: Parameter<Choice<PaymentChannel>> = .option(
            "by", "CHANNEL", Phrase("by what", "支付方式"),
            default: Choice(.weChat))
        let now: Parameter<Bool> = .flag("no-wait", Phrase("show the code and do not wait", "显示支付码后不等待"))
        return Command(
            "pay", Phrase("pay an order by a QR code", "扫码支付订单"), orderID, by, now, DrawnCode.png
        ) { arguments, desk in
            let asked: OrderReply = try desk.call(
                .ordersPayOrder, PayOrderRequest(order: arguments[orderID], channel: arguments[by].value))
            let order = try desk.waitForCode(asked.order ?? Order())
            try DrawnCode.write(order.code, to: arguments[DrawnCode.png])
            try desk.show(OrderReply(order: order))
            let (time, app) = (Shown.text(order.expiresMs), arguments[by].value.phrase)
            desk.interaction.say(
                Phrase("scan it with \(app.en) and pay until \(time)", "请在 \(time) 前用\(app.zh)扫码支付"))
            desk.interaction.say(Phrase("the code as text: \(order.code)", "支付码文本：\(order.code)"))
            try DrawnCode.draw(order.code, desk.interaction)
            if arguments[now] { return .ok }
            let paid = try desk.waitUntilPaid(order)
            try desk.show(OrderReply(order: paid))
            return paid.state == .paid ? .ok : .failure
        }
    }
}

extension Desk {
    /// Shows and confirms the caller's data, asks what is missing, and orders.
    fileprivate func order(
        _ offering: UInt64, position: String, lodging: String, isConfirmed: Bool
    ) throws -> ExitCode {
        let reply: SessionReply = try call(.bookingsGetSession, GetSessionRequest(offering: offering))
        let chosen = reply.session ?? CourseSession()
        try requireOrderable(chosen)
        // An order for the session itself is refused without a place.
        if chosen.isFull {
            interaction.warn(
                Phrase(
                    "this session is full: what you pay for is a place in another one",
                    "该场次已约满：缴费后名额保留，须预约其他场次"))
        }
        if !isConfirmed { try confirmData(chosen.programme) }
        let choice = try choice(of: chosen, position: position, lodging: lodging)
        let version = try readNotice(of: chosen.programme)
        let order: OrderReply = try call(
            .ordersPlaceOrder,
            PlaceOrderRequest(
                offering: chosen.offering, dataConfirmed: true, position: choice.position, lodging: choice.lodging,
                noticeVersion: version))
        try show(order)
        if order.order?.state == .pending {
            interaction.say(
                Phrase("pay with: rollcall pay \(order.order?.id ?? 0)", "支付：rollcall pay \(order.order?.id ?? 0)"))
        }
        return .ok
    }

    /// Asks the server whether anything is in the way, before the caller is asked anything: what is ordered without the caller's own
    /// data confirmed is refused for that last.
    private func requireOrderable(_ session: CourseSession) throws {
        do throws(ClientError) {
            let _: OrderReply = try client.call(
                .ordersPlaceOrder, PlaceOrderRequest(offering: session.offering, dataConfirmed: false))
        } catch {
            if case .refused(let failure) = error, failure.field == "data_confirmed" { return }
            throw error.commandFailure
        }
    }

    fileprivate func show(_ reply: OrderReply) throws {
        var table = Table.orders
        if let order = reply.order { table.add(order) }
        try interaction.show(table)
    }

    fileprivate func order(_ id: UInt64) throws -> OrderReply {
        try call(.ordersGetOrder, GetOrderRequest(order: id))
    }

    /// PRJ-7b: shows the caller's name and ID number, masked, and asks whether they and the rest are right.
    fileprivate func confirmData(_ programme: UInt64) throws {
        let mine: MyIdentityReply = try call(.identityMine, MyIdentityRequest(programme: programme))
        interaction.say(Phrase("\(mine.name) \(mine.idNumber)"))
        let question = Phrase(
            "Are your own data right (rollcall profile show has the rest)?", "个人信息是否正确（其余信息见 rollcall profile show）？")
        guard try interaction.confirm(question, insteadOf: "--confirm") else {
            throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
        }
    }

    fileprivate func choice(
        of session: CourseSession, position: String, lodging: String
    ) throws -> (position: String, lodging: String) {
        var (position, lodging) = (position, lodging)
        if session.asksPosition, position.isEmpty {
            position = try interaction.ask(Phrase("Position", "职务"), insteadOf: "--position")
        }
        if !session.lodgings.isEmpty, lodging.isEmpty {
            let options = session.lodgings.map { "\($0.name) \(Shown.fen($0.fen).text.en)" }.joined(separator: ", ")
            lodging = try interaction.ask(
                Phrase("Lodging (\(options))", "住宿（\(options)）"), insteadOf: "--lodging")
        }
        return (position, lodging)
    }

    /// BKG-5: shows the notice for as long as the programme asks, and returns its version.
    fileprivate func readNotice(of programme: UInt64) throws -> UInt32 {
        let notice: OrderNoticeReply = try call(
            .ordersOpenOrderNotice, OpenOrderNoticeRequest(programme: programme))
        guard notice.version != 0 else { return 0 }
        interaction.say(Phrase(notice.text))
        if notice.waitMs > 0 {
            let seconds = (notice.waitMs + 999) / 1000
            interaction.say(Phrase("please read it; this goes on in \(seconds) s", "请阅读报名须知，\(seconds) 秒后继续"))
            _ = poll(nil, 0, Int32(clamping: notice.waitMs + 50))
        }
        return notice.version
    }

    fileprivate func waitForCode(_ order: Order) throws -> Order {
        var order = order
        for _ in 0..<120 where order.state == .pending && order.code.isEmpty {
            guard order.failure.isEmpty else {
                throw CommandFailure(
                    .failure, name: "refused",
                    Phrase(
                        "the gateway refused the payment (\(order.failure)); try another with --by",
                        "支付网关未受理（\(order.failure)），可用 --by 换一种支付方式"))
            }
            _ = poll(nil, 0, 250)
            order = try self.order(order.id).order ?? order
        }
        guard !order.code.isEmpty else {
            throw CommandFailure(
                .failure, name: "no_code",
                Phrase(
                    "the gateway has not answered yet; the same command goes on where this one stopped",
                    "支付网关尚未响应，稍后重复同一命令即可"))
        }
        return order
    }

    fileprivate func waitUntilPaid(_ order: Order) throws -> Order {
        var order = order
        while order.state == .pending, WallClock.nowMs() < order.expiresMs + 5000 {
            _ = poll(nil, 0, 1000)
            order = try self.order(order.id).order ?? order
        }
        return order
    }
}

extension Name<OfferingRegister> {
    static var session: Parameter<Name> {
        .argument("SESSION", Phrase("by id or title, as rollcall courses shows it", "场次，编号或名称，见 rollcall courses"))
    }
}
