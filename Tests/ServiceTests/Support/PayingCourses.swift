import Application
import Domain
import Messages
import Testing

@testable import Service

extension CourseOffice {
    /// For those who do not look at the notice before an order.
    static let withoutNotice = [PolicySwitch(name: "noticeSeconds", value: "0")]

    /// Asks for a code and returns the payment's number.
    func open(_ order: UInt64, by client: Client, _ channel: PaymentChannel = .weChat) throws -> String {
        let _: OrderReply = try client.call(.ordersPayOrder, PayOrderRequest(order: order, channel: channel))
        for _ in 0..<6 {
            settle()
            let code = try client.order(id: order).code
            if let number = code.split(separator: "/").last { return String(number) }
            world.clock.advance(minutes: 1)
        }
        throw Missing(what: "a code for order \(order)")
    }

    /// Pays an order as people do, and the gateway tells at once.
    func pay(_ order: UInt64, by client: Client) throws {
        let number = try open(order, by: client)
        try notice(try #require(desk.pay(number, at: world.clock.now)))
        settle()
    }

    /// The gateway tells that money has come.
    func notice(_ paid: GatewayPayment, _ channel: PaymentChannel = .weChat) throws {
        let orders = world.server.service.orders
        #expect(try world.server.perform { try orders.takeNotice(.paid(paid), of: channel, $0) })
    }

    /// Lets calls to gateways leave now, and writes their answers down.
    func settle() { world.dispatch() }

    /// A second of the server's own work.
    func work() throws {
        world.server.tick()
        while world.server.executor.work() {}
        settle()
    }
}

extension Client {
    func order(_ session: UInt64, lodging: String = "", position: String = "", notice: UInt32 = 0) throws -> Order {
        let reply: OrderReply = try call(
            .ordersPlaceOrder,
            PlaceOrderRequest(
                offering: session, dataConfirmed: true, position: position, lodging: lodging, noticeVersion: notice))
        return try #require(reply.order)
    }

    func order(id: UInt64) throws -> Order {
        let reply: OrderReply = try call(.ordersGetOrder, GetOrderRequest(order: id))
        return try #require(reply.order)
    }

    func openNotice(_ programme: UInt64) throws -> OrderNoticeReply {
        try call(.ordersOpenOrderNotice, OpenOrderNoticeRequest(programme: programme))
    }
}
